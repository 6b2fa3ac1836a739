using System.Net.WebSockets;
using System.Text;

namespace ActorTerm.Client.Tests;

public sealed class AttachmentTests : IAsyncLifetime
{
    private StandInHost _host = null!;
    private Attachment _attachment = null!;
    private StandInSocket _viewer = null!;

    public async Task InitializeAsync()
    {
        _host = await StandInHost.StartAsync();
        _attachment = await Attachment.OpenAsync("A", new AttachOptions(100, 30), new ConnectOptions { Socket = _host.Socket, Name = "viewer" });
        _viewer = await _host.NextViewerAsync();
    }

    public async Task DisposeAsync()
    {
        await _attachment.DisposeAsync();
        await _host.DisposeAsync();
    }

    private async Task<string> NextTextAsync()
    {
        var (type, bytes) = await _viewer.Received.NextAsync();
        Assert.Equal(WebSocketMessageType.Text, type);
        return Encoding.UTF8.GetString(bytes);
    }

    private Task SayAsync(string json) => _viewer.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, last: true);

    [Fact]
    public async Task A_viewer_says_hello_first_at_the_path_of_its_session()
    {
        Assert.Equal("/attach/A", _host.RequestPath);
        Assert.Equal("attach.actorterm", _host.Head["sec-websocket-protocol"]);
        Assert.Equal("""{"type":"hello","columns":100,"rows":30}""", await NextTextAsync());
    }

    [Fact]
    public async Task Frames_and_messages_come_in_the_order_of_the_wire()
    {
        await using var reading = _attachment.Messages.GetAsyncEnumerator();

        await SayAsync("""{"type":"attached","session":"A","name":"n","title":"t","columns":80,"rows":24,"viewers":1}""");
        await _viewer.SendAsync([0x1b, 0x5b, 0x48, 0xff], WebSocketMessageType.Binary, last: true);
        await SayAsync("""{"type":"of tomorrow"}""");
        await SayAsync("""{"type":"ended","exitCode":0}""");

        Assert.Equal(new AttachMessage.Attached("A", "n", "t", 80, 24, 1, null), await reading.NextAsync());
        Assert.Equal([0x1b, 0x5b, 0x48, 0xff], Assert.IsType<AttachMessage.Frame>(await reading.NextAsync()).Bytes.ToArray());
        Assert.Equal(new AttachMessage.Ended(new SessionEnd(0, null)), await reading.NextAsync());
    }

    [Fact]
    public async Task Keys_go_as_they_are_and_the_rest_as_text()
    {
        await NextTextAsync();

        await _attachment.SendKeysAsync(new byte[] { 0x1b, 0x5b, 0x41 });
        await _attachment.ResizeAsync(80, 24);
        await _attachment.CreditAsync();
        await _attachment.RepaintAsync();

        var (type, keys) = await _viewer.Received.NextAsync();
        Assert.Equal((WebSocketMessageType.Binary, "1B5B41"), (type, Convert.ToHexString(keys)));
        Assert.Equal("""{"type":"resize","columns":80,"rows":24}""", await NextTextAsync());
        Assert.Equal("""{"type":"credit"}""", await NextTextAsync());
        Assert.Equal("""{"type":"repaint"}""", await NextTextAsync());
    }

    [Fact]
    public async Task When_the_session_is_closed_the_messages_end()
    {
        await using var reading = _attachment.Messages.GetAsyncEnumerator();

        await _viewer.CloseAsync(WebSocketCloseStatus.NormalClosure, "session closed");

        Assert.False(await reading.MoveNextAsync().AsTask().WithinPatience());
    }

    [Fact]
    public async Task When_the_host_goes_away_they_say_so()
    {
        await using var reading = _attachment.Messages.GetAsyncEnumerator();

        await _viewer.CloseAsync(WebSocketCloseStatus.EndpointUnavailable, "the host stops");

        var end = await Assert.ThrowsAsync<ConnectionLostException>(() => reading.MoveNextAsync().AsTask().WithinPatience());
        Assert.Equal("the host closed the connection: the host stops (1001)", end.Message);
    }

    [Fact]
    public async Task A_text_that_makes_no_sense_ends_them_with_the_complaint()
    {
        await using var reading = _attachment.Messages.GetAsyncEnumerator();

        await SayAsync("""{"type":"title"}""");

        var end = await Assert.ThrowsAsync<ConnectionLostException>(() => reading.MoveNextAsync().AsTask().WithinPatience());
        Assert.Equal("the host sent a text that is no message: `title` is missing or no text", end.Message);
    }

    [Fact]
    public async Task A_reader_that_leaves_too_many_unread_gets_as_many_as_were_kept_and_then_the_reason()
    {
        await using var small = await Attachment.OpenAsync(
            "A", new AttachOptions(100, 30), new ConnectOptions { Socket = _host.Socket, Name = "viewer", AttachmentQueue = 2 });
        var viewer = await _host.NextViewerAsync();
        foreach (var title in (string[])["one", "two", "three"])
            await viewer.SendAsync(Encoding.UTF8.GetBytes($$"""{"type":"title","title":"{{title}}"}"""), WebSocketMessageType.Text, last: true);
        await viewer.CloseAsync(WebSocketCloseStatus.NormalClosure, "session closed");
        await viewer.Ended.WithinPatience();              // so all of it has come

        await using var reading = small.Messages.GetAsyncEnumerator();

        Assert.Equal(new AttachMessage.TitleChanged("one"), await reading.NextAsync());
        Assert.Equal(new AttachMessage.TitleChanged("two"), await reading.NextAsync());
        var end = await Assert.ThrowsAsync<ConnectionLostException>(() => reading.MoveNextAsync().AsTask().WithinPatience());
        Assert.Equal("2 messages of the host waited unread", end.Message);
    }

    [Fact]
    public async Task Detaching_ends_them_too_and_keys_fail_afterwards()
    {
        await using var reading = _attachment.Messages.GetAsyncEnumerator();

        await _attachment.DisposeAsync();

        Assert.False(await reading.MoveNextAsync().AsTask().WithinPatience());
        await Assert.ThrowsAsync<ConnectionLostException>(() => _attachment.SendKeysAsync(new byte[] { 1 }).AsTask());
    }

    [Fact]
    public async Task A_session_attaches_by_the_options_of_its_connection()
    {
        await using var connection = await _host.ConnectAsync(options => options with { Name = "mine" });

        await using var attachment = await connection.App.Session("B").AttachAsync(new AttachOptions(80, 24));
        await _host.NextViewerAsync();

        Assert.Equal(("/attach/B", "mine"), (_host.RequestPath, _host.Head["x-iterm2-advisory-name"]));
    }

    [Fact]
    public async Task A_session_that_is_not_there_is_told()
    {
        _host.Refusal = 404;

        var failure = await Assert.ThrowsAsync<HostUnreachableException>(
            () => Attachment.OpenAsync("X", new AttachOptions(80, 24), new ConnectOptions { Socket = _host.Socket }));

        Assert.EndsWith("there is no such session (404)", failure.Message, StringComparison.Ordinal);
    }
}
