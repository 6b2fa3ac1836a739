using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;

namespace ActorTerm.Client.Tests;

/// <summary>The opening handshake against a listener that answers whatever a test says.</summary>
public sealed class UpgradeRequestTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    public UpgradeRequestTests()
    {
        _listener.Bind(new UnixDomainSocketEndPoint(Path));
        _listener.Listen();
    }

    private string Path => _folder["host.sock"];

    public void Dispose()
    {
        _listener.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_is_asked_is_an_upgrade_with_every_header_the_host_wants()
    {
        var opening = Connection.ConnectAsync(new ConnectOptions { Socket = Path, Name = "größe\r\nX-Evil: 1" });
        using var host = await _listener.AcceptAsync().WithinPatience();

        var head = await ReadHeadAsync(host);

        Assert.Equal("GET / HTTP/1.1", head[0]);
        foreach (var line in (string[])["Host: localhost", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
                     "Sec-WebSocket-Protocol: api.iterm2.com", "Origin: ws://localhost/", "x-iterm2-library-version: actorterm 1.0",
                     "x-iterm2-advisory-name: gr??e??X-Evil: 1"])
            Assert.Contains(line, head);
        await host.SendAsync(Encoding.ASCII.GetBytes(Agreement(head)));
        await using var connection = await opening.WithinPatience();
        Assert.Equal("1.17", connection.ProtocolVersion);
        host.Dispose();
    }

    [Fact]
    public async Task A_frame_right_behind_the_answer_is_not_lost_however_the_bytes_come()
    {
        using var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await client.ConnectAsync(new UnixDomainSocketEndPoint(Path));
        using var host = await _listener.AcceptAsync().WithinPatience();
        var opening = Task.Run(() => new UpgradeRequest("/", "api.iterm2.com", []).Send(client, TimeSpan.FromSeconds(10), blocks: false));
        byte[] answer = [.. Encoding.ASCII.GetBytes(Agreement(await ReadHeadAsync(host))), 0x82, 2, (byte)'h', (byte)'i'];      // RFC 6455, section 5.2: one binary frame

        for (var i = 0; i < answer.Length - 7; i++) await host.SendAsync(answer.AsMemory(i, 1));
        await host.SendAsync(answer.AsMemory(answer.Length - 7));
        using var opened = (await opening.WithinPatience()).WebSocket;

        var message = new byte[16];
        var read = await opened.ReceiveAsync(message.AsMemory(), CancellationToken.None).AsTask().WithinPatience();
        Assert.Equal((2, WebSocketMessageType.Binary, true), (read.Count, read.MessageType, read.EndOfMessage));
        Assert.Equal("hi"u8, message.AsSpan(0, 2));
    }

    [Fact]
    public async Task Who_cancels_while_nobody_answers_is_not_kept()
    {
        using var cancel = new CancellationTokenSource();
        var opening = Connection.ConnectAsync(new ConnectOptions { Socket = Path, ConnectTimeout = Timeout.InfiniteTimeSpan }, cancel.Token);
        using var host = await _listener.AcceptAsync().WithinPatience();
        await ReadHeadAsync(host);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening).WithinPatience();
    }

    [Fact]
    public async Task A_request_to_a_host_that_does_not_read_is_let_go_by_a_cancellation()
    {
        var opening = Connection.ConnectAsync(new ConnectOptions { Socket = Path, CloseTimeout = TimeSpan.FromMilliseconds(100) });
        using var host = await _listener.AcceptAsync().WithinPatience();
        await host.SendAsync(Encoding.ASCII.GetBytes(Agreement(await ReadHeadAsync(host))));
        await using var connection = await opening.WithinPatience();
        using var cancel = new CancellationTokenSource();

        var asking = connection.App.Session("A").InjectAsync(new string('x', 16 << 20), cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking).WithinPatience();
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n\r\n", "its answer is not HTTP")]
    [InlineData("HTTP/1.1 soon\r\n\r\n", "its answer is not HTTP")]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\n\r\n", "it refused the connection (503)")]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\n\r\n", "its answer is to another request")]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n", "its answer is to another request")]
    [InlineData("HTTP/1.1 101 Switching", "it closed the connection without an answer")]
    [InlineData("", "it closed the connection without an answer")]
    public async Task An_answer_that_is_none_is_told_as_what_it_is(string answer, string why)
    {
        Assert.Equal($"no host at {Path}: {why}", await RefusalAsync(_ => answer));
    }

    [Fact]
    public async Task An_agreement_to_another_protocol_is_a_refusal()
    {
        var why = await RefusalAsync(head => Agreement(head).Replace("api.iterm2.com", "chat", StringComparison.Ordinal));

        Assert.Equal($"no host at {Path}: it does not speak api.iterm2.com", why);
    }

    [Fact]
    public async Task A_head_without_end_is_given_up()
    {
        var why = await RefusalAsync(_ => "HTTP/1.1 101 Switching Protocols\r\nX: " + new string('x', 9_000));

        Assert.Equal($"no host at {Path}: the head of its answer has more than 8192 bytes", why);
    }

    private async Task<string> RefusalAsync(Func<string[], string> answer)
    {
        var opening = Connection.ConnectAsync(new ConnectOptions { Socket = Path });
        using (var host = await _listener.AcceptAsync().WithinPatience())
        {
            await host.SendAsync(Encoding.ASCII.GetBytes(answer(await ReadHeadAsync(host))));
        }

        return (await Assert.ThrowsAsync<HostUnreachableException>(() => opening).WithinPatience()).Message;
    }

    private static async Task<string[]> ReadHeadAsync(Socket socket)
    {
        var buffer = new byte[4096];
        var head = "";
        while (!head.EndsWith("\r\n\r\n", StringComparison.Ordinal))
            head += Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer.AsMemory()).AsTask().WithinPatience());
        return head.Split("\r\n");
    }

    private static string Agreement(string[] head)
    {
        var key = head.Single(line => line.StartsWith("Sec-WebSocket-Key: ", StringComparison.Ordinal))["Sec-WebSocket-Key: ".Length..];
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
        return $"HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nsec-websocket-accept:{accept}\r\nSec-WebSocket-Protocol: api.iterm2.com\r\nX-iTerm2-Protocol-Version: 1.17\r\n\r\n";
    }
}
