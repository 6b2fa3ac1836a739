using System.Net.WebSockets;
using ActorTerm.Protocol;

namespace ActorTerm.Client.Tests;

public sealed class ConnectionLossTests
{
    [Fact]
    public async Task When_the_host_closes_everything_open_fails_with_its_reason()
    {
        await using var host = await StandInHost.StartAsync();
        host.When(Asked.FocusRequest, _ => null);
        await using var connection = await host.ConnectAsync();

        var open = connection.RequestAsync(new ClientOriginatedMessage { FocusRequest = new() });
        await host.NextAsync();
        await host.CloseAsync((WebSocketCloseStatus)1008, "too slow: 40000000 bytes waiting");

        const string Reason = "the host closed the connection: too slow: 40000000 bytes waiting (1008)";
        Assert.Equal(Reason, (await Assert.ThrowsAsync<ConnectionLostException>(() => open.WithinPatience())).Message);
        Assert.Equal(Reason, (await Assert.ThrowsAsync<ConnectionLostException>(() => connection.Completion.WithinPatience())).Message);
    }

    [Fact]
    public async Task What_is_asked_afterwards_fails_likewise()
    {
        await using var host = await StandInHost.StartAsync();
        await using var connection = await host.ConnectAsync();
        await host.CloseAsync(WebSocketCloseStatus.EndpointUnavailable, "");
        await Assert.ThrowsAsync<ConnectionLostException>(() => connection.Completion.WithinPatience());

        var failure = await Assert.ThrowsAsync<ConnectionLostException>(() => connection.App.GetLayoutAsync().WithinPatience());

        Assert.Equal("the host closed the connection (1001)", failure.Message);
    }

    [Fact]
    public async Task A_host_that_vanishes_is_noticed()
    {
        await using var host = await StandInHost.StartAsync();
        await using var connection = await host.ConnectAsync();

        host.Abort();

        var failure = await Assert.ThrowsAsync<ConnectionLostException>(() => connection.Completion.WithinPatience());
        Assert.StartsWith("the connection to the host broke: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_message_end_the_connection()
    {
        await using var host = await StandInHost.StartAsync();
        await using var connection = await host.ConnectAsync();

        await host.SendAsync([0], WebSocketMessageType.Binary);

        var failure = await Assert.ThrowsAsync<ConnectionLostException>(() => connection.Completion.WithinPatience());
        Assert.StartsWith("the host sent a message that cannot be read: no ServerOriginatedMessage in 1 bytes", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notification_that_makes_no_sense_ends_it_too()
    {
        await using var host = (await StandInHost.StartAsync()).WhenSubscribed();
        await using var connection = await host.ConnectAsync();
        await using var changes = await connection.App.WatchVariableAsync("user.x");

        await host.NotifyAsync(new() { VariableChangedNotification = new() { Scope = VariableScope.App, Identifier = "", Name = "user.x", JsonNewValue = "{" } });

        var failure = await Assert.ThrowsAsync<ConnectionLostException>(() => connection.Completion.WithinPatience());
        Assert.StartsWith("the host sent a message that cannot be read: Expected depth", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_over_the_bound_ends_the_connection()
    {
        await using var host = await StandInHost.StartAsync();
        await using var connection = await host.ConnectAsync(options => options with { MaxMessageBytes = 100 });

        await host.SendAsync(new byte[101], WebSocketMessageType.Binary);

        var failure = await Assert.ThrowsAsync<ConnectionLostException>(() => connection.Completion.WithinPatience());
        Assert.Equal("the host sent a message of more than 100 bytes", failure.Message);
    }

    [Fact]
    public async Task Who_disposes_of_it_ends_it_in_order()
    {
        await using var host = await StandInHost.StartAsync();
        host.When(Asked.FocusRequest, _ => null);
        var connection = await host.ConnectAsync();
        var open = connection.RequestAsync(new ClientOriginatedMessage { FocusRequest = new() });
        await host.NextAsync();

        await connection.DisposeAsync().AsTask().WithinPatience();

        await connection.Completion.WithinPatience();
        Assert.Equal("the connection was closed by this script", (await Assert.ThrowsAsync<ConnectionLostException>(() => open.WithinPatience())).Message);
    }

    [Fact]
    public async Task It_may_be_disposed_of_twice_and_after_its_end()
    {
        await using var host = await StandInHost.StartAsync();
        var connection = await host.ConnectAsync();
        host.Abort();
        await Assert.ThrowsAsync<ConnectionLostException>(() => connection.Completion.WithinPatience());

        await connection.DisposeAsync().AsTask().WithinPatience();
        await connection.DisposeAsync().AsTask().WithinPatience();

        Assert.True(connection.Completion.IsFaulted);
    }
}
