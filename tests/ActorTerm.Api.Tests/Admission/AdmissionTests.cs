using ActorTerm.Api.Tests.Rig;

namespace ActorTerm.Api.Tests.Admission;

/// <summary>Who gets in: docs/protocol.md, section 1, header by header.</summary>
public class AdmissionTests
{
    private static readonly Dictionary<string, string> Good = new()
    {
        ["Host"] = "localhost",
        ["Connection"] = "Upgrade",
        ["Upgrade"] = "websocket",
        ["Sec-WebSocket-Key"] = "dGhlIHNhbXBsZSBub25jZQ==",
        ["Sec-WebSocket-Version"] = "13",
        ["Sec-WebSocket-Protocol"] = "api.iterm2.com",
        ["Origin"] = "ws://localhost/",
        ["x-iterm2-library-version"] = "python 2.7",
    };

    [Theory]
    [InlineData("", "", 101)]
    [InlineData("Host", "localhost:1912", 101)]
    [InlineData("Host", "127.0.0.1:1912", 101)]
    [InlineData("Host", "[::1]:1912", 101)]
    [InlineData("Host", "example.org", 400)]
    [InlineData("Connection", "keep-alive", 400)]
    [InlineData("Upgrade", "h2c", 400)]
    [InlineData("Upgrade", null, 400)]
    [InlineData("Sec-WebSocket-Key", null, 400)]
    [InlineData("Sec-WebSocket-Version", "12", 400)]
    [InlineData("Sec-WebSocket-Version", null, 400)]
    [InlineData("Sec-WebSocket-Protocol", null, 400)]
    [InlineData("Sec-WebSocket-Protocol", "attach.actorterm", 400)]
    [InlineData("Sec-WebSocket-Protocol", "api.iterm2.com, attach.actorterm", 400)]
    [InlineData("Origin", null, 400)]
    [InlineData("Origin", "http://localhost:8080", 101)]
    [InlineData("Origin", "https://example.org", 400)]
    [InlineData("Origin", "http://localhost.example.org", 400)]
    [InlineData("Origin", "localhost", 400)]
    [InlineData("x-iterm2-library-version", null, 400)]
    [InlineData("x-iterm2-library-version", "python", 400)]
    [InlineData("x-iterm2-library-version", "python two", 400)]
    [InlineData("x-iterm2-library-version", "python 2.7 beta", 400)]
    [InlineData("x-iterm2-library-version", "python 0.23", 406)]
    [InlineData("x-iterm2-library-version", "python 0.24", 101)]
    [InlineData("x-iterm2-library-version", "actorterm 0.1", 101)]
    [InlineData("x-iterm2-advisory-name", "my script", 101)]
    public async Task Each_header_decides_who_gets_in(string header, string? value, int status)
    {
        await using var edge = await StartAsync();
        var headers = new Dictionary<string, string>(Good);
        if (value is null) headers.Remove(header);
        else if (header.Length > 0) headers[header] = value;

        var answer = await edge.HeadAsync(Head("GET / HTTP/1.1", headers));

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        if (status == 101) Assert.Contains("X-iTerm2-Protocol-Version: 1.17\r\n", answer, StringComparison.OrdinalIgnoreCase);
        else Assert.Contains("x-actorterm-reason: ", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("permessage-deflate", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("POST / HTTP/1.1", 400)]
    [InlineData("GET /elsewhere HTTP/1.1", 400)]
    [InlineData("GET /health/live HTTP/1.1", 200)]
    [InlineData("GET /health/ready HTTP/1.1", 200)]
    public async Task Each_path_has_its_method(string line, int status)
    {
        await using var edge = await StartAsync();

        var answer = await edge.HeadAsync(Head(line, Good));

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compression_that_is_offered_is_not_taken()
    {
        await using var edge = await StartAsync();

        var answer = await edge.HeadAsync(Head("GET / HTTP/1.1", new(Good) { ["Sec-WebSocket-Extensions"] = "permessage-deflate" }));

        Assert.StartsWith("HTTP/1.1 101 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Sec-WebSocket-Extensions", answer, StringComparison.OrdinalIgnoreCase);
    }

    private static Task<EdgeServer> StartAsync() => EdgeServer.StartAsync(system =>
        system.ActorOf(Props.Create(() => new StandInConnections(
            System.Threading.Channels.Channel.CreateUnbounded<Runtime.Connections.ConnectionsProtocol.IScriptLink>().Writer,
            System.Threading.Channels.Channel.CreateUnbounded<object>().Writer)), "connections"));

    private static string Head(string line, Dictionary<string, string> headers) =>
        $"{line}\r\n{string.Concat(headers.Select(header => $"{header.Key}: {header.Value}\r\n"))}\r\n";
}
