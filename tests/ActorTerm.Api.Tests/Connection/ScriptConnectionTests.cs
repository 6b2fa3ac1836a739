using System.Net.WebSockets;
using ActorTerm.Api.Tests.Rig;
using ActorTerm.Protocol;
using Google.Protobuf;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Api.Tests.Connection;

/// <summary>Messages in and out of one connection: docs/protocol.md, sections 2 and 5.</summary>
public class ScriptConnectionTests
{
    [Fact]
    public async Task Requests_reach_the_connection_in_order_put_together_from_their_fragments()
    {
        await using var edge = await Edge.OpenAsync();
        var second = new ClientOriginatedMessage { Id = 2, FocusRequest = new() }.ToByteArray();

        await edge.SendAsync(new ClientOriginatedMessage { Id = 1, ListSessionsRequest = new() });
        await edge.SendAsync(second[..1], WebSocketMessageType.Binary, end: false);
        await edge.SendAsync(second[1..], WebSocketMessageType.Binary);

        Assert.IsType<Runtime.Workspace.WorkspaceProtocol.GetTree>(Assert.IsType<PassOn>(await edge.HeardAsync()).Message);
        Assert.IsType<Runtime.Workspace.WorkspaceProtocol.GetFocus>(Assert.IsType<PassOn>(await edge.HeardAsync()).Message);
    }

    [Fact]
    public async Task Texts_and_bytes_that_are_no_message_are_dropped_and_the_connection_stays()
    {
        await using var edge = await Edge.OpenAsync();

        await edge.SendAsync("{}"u8.ToArray(), WebSocketMessageType.Text);
        await edge.SendAsync([0xff, 0xff, 0xff], WebSocketMessageType.Binary);
        await edge.SendAsync(new ClientOriginatedMessage { Id = 3, ListSessionsRequest = new() });

        Assert.IsType<Runtime.Workspace.WorkspaceProtocol.GetTree>(Assert.IsType<PassOn>(await edge.HeardAsync()).Message);
    }

    [Fact]
    public async Task A_message_without_a_request_or_with_one_that_is_not_served_is_answered_with_an_error()
    {
        await using var edge = await Edge.OpenAsync();

        await edge.SendAsync(new ClientOriginatedMessage { Id = 4 });
        await edge.SendAsync(new ClientOriginatedMessage { Id = 5, MenuItemRequest = new() { Identifier = "x" } });

        Assert.Equal((4L, ServerOriginatedMessage.SubmessageOneofCase.Error), Of(await edge.ReceiveAsync()));
        Assert.Equal((5L, ServerOriginatedMessage.SubmessageOneofCase.Error), Of(await edge.ReceiveAsync()));
    }

    [Fact]
    public async Task A_message_that_is_too_large_closes_with_1009()
    {
        await using var edge = await Edge.OpenAsync(settings => settings with { MaxMessageBytes = 1_000 });

        await edge.SendAsync(new byte[1_001], WebSocketMessageType.Binary);

        Assert.Null(await edge.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, edge.Socket.CloseStatus);
        Assert.Contains("1000", edge.Socket.CloseStatusDescription, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_host_closes_is_closed_with_1008_and_the_reason()
    {
        await using var edge = await Edge.OpenAsync();
        var link = await edge.LinkAsync();

        link.Close("too slow: 7 bytes waiting");

        Assert.Null(await edge.ReceiveAsync());
        Assert.Equal((WebSocketCloseStatus.PolicyViolation, "too slow: 7 bytes waiting"), (edge.Socket.CloseStatus!.Value, edge.Socket.CloseStatusDescription));
    }

    [Fact]
    public async Task A_script_that_does_not_read_is_told_that_it_was_too_slow()
    {
        await using var edge = await Edge.OpenAsync(settings => settings with { MaxOutboundBytes = 8 << 20 });
        var link = await edge.LinkAsync();
        var custom = new Runtime.Sessions.SessionsProtocol.CustomSequenceSeen(Runtime.Identities.SessionId.New(), "", new string('x', 100_000));
        while (link.TrySend(custom)) { }

        while (await edge.ReceiveAsync() is not null) { }

        Assert.Equal(WebSocketCloseStatus.PolicyViolation, edge.Socket.CloseStatus);
        Assert.Matches(@"^too slow: \d+ bytes waiting$", edge.Socket.CloseStatusDescription);
    }

    [Fact]
    public async Task A_host_that_stops_says_so_with_1001()
    {
        await using var edge = await Edge.OpenAsync();
        await edge.LinkAsync();

        var stopping = edge.StopAsync();

        Assert.Null(await edge.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, edge.Socket.CloseStatus);
        await edge.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await stopping;
    }

    [Fact]
    public async Task A_client_that_goes_is_told_to_its_connection()
    {
        await using var edge = await Edge.OpenAsync();
        await edge.LinkAsync();

        await edge.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

        Assert.IsType<Lost>(await edge.HeardAsync());
    }

    private static (long, ServerOriginatedMessage.SubmessageOneofCase) Of(ServerOriginatedMessage? message) => (message!.Id, message.SubmessageCase);
}
