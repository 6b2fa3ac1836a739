using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ActorTerm.Journeys.Rig;

/// <summary>One HTTP request, byte by byte as the test wants it, and the head of its answer.</summary>
public static class HttpHead
{
    private static readonly string[] Upgrade =
    [
        "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Protocol: api.iterm2.com", "x-iterm2-library-version: python 2.7",
    ];

    /// <summary>The upgrade of a script at a host's port.</summary>
    public static Task<string> UpgradeAsync(EndPoint host, string origin, string? cookie) =>
        SendAsync(host, "/", [.. Upgrade, $"Origin: {origin}", .. cookie is null ? (string[])[] : [$"x-iterm2-cookie: {cookie}"]]);

    /// <returns>The status line, the headers and what came with them.</returns>
    public static async Task<string> SendAsync(EndPoint host, string path, params IEnumerable<string> headers)
    {
        using var socket = new Socket(host.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(host).Within($"connection to {host}");
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n"));
        var head = new StringBuilder();
        var bytes = new byte[4096];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await socket.ReceiveAsync(bytes).Within("an answer's head");
            if (read == 0) break;

            head.Append(Encoding.ASCII.GetString(bytes, 0, read));
        }

        return head.ToString();
    }

    /// <summary>A port of 127.0.0.1 that nobody listens on just now.</summary>
    public static IPEndPoint FreePort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (IPEndPoint)probe.LocalEndPoint!;
    }
}
