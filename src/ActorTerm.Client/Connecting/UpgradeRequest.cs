using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using ActorTerm.Protocol;

namespace ActorTerm.Client;

/// <summary>
/// The opening handshake of RFC 6455, section 4.1, over a socket that is connected. A verb of the command line lives for a tenth of a second,
/// and an HTTP client would take a third of it to get ready.
/// </summary>
/// <param name="Path">Path of the request, such as <c>/</c>.</param>
/// <param name="Subprotocol">The one that is asked for, and must be agreed to.</param>
/// <param name="Headers">Further ones: printable ASCII.</param>
internal sealed record UpgradeRequest(string Path, string Subprotocol, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    /// <summary>Bytes of the answer's head. A host's has about 200.</summary>
    private const int MaxHeadBytes = 8 << 10;

    /// <summary>Blocks until the answer is there.</summary>
    /// <param name="limit">How long that may take.</param>
    /// <param name="blocks">Whether the WebSocket blocks too, as <see cref="BlockingStream"/> does.</param>
    /// <exception cref="UpgradeRefusedException">The answer was not 101, or not one to this request.</exception>
    /// <exception cref="SocketException">There was none in time (<see cref="SocketError.TimedOut"/>), or the socket is closed.</exception>
    public Upgraded Send(Socket socket, TimeSpan limit, bool blocks)
    {
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        socket.Send(Head(key));
        var answer = ReadHead(socket, limit).Split("\r\n");
        Check(answer, key);
        // No keep-alive, as in the stock library: never a ping of ours. The subprotocol is agreed on; there it would be looked at once more.
        var creation = new WebSocketCreationOptions { IsServer = false, KeepAliveInterval = TimeSpan.Zero };
        return new Upgraded(WebSocket.CreateFromStream(blocks ? new BlockingStream(socket) : new NetworkStream(socket, ownsSocket: true), creation), Header(answer, Upgraded.VersionHeader));
    }

    private byte[] Head(string key)
    {
        var head = new StringBuilder($"GET {Path} HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n");
        head.Append($"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Protocol: {Subprotocol}\r\n");
        foreach (var (name, value) in Headers) head.Append($"{name}: {value}\r\n");
        return Encoding.ASCII.GetBytes(head.Append("\r\n").ToString());
    }

    /// <summary>Looks before it takes: what follows the head belongs to the WebSocket.</summary>
    private static string ReadHead(Socket socket, TimeSpan limit)
    {
        var began = Stopwatch.GetTimestamp();
        var buffer = new byte[MaxHeadBytes];
        for (var taken = 0; ;)
        {
            if (taken == MaxHeadBytes) throw new UpgradeRefusedException(null, $"the head of its answer has more than {MaxHeadBytes} bytes");
            var left = limit - Stopwatch.GetElapsedTime(began);
            if (left <= TimeSpan.Zero) throw new SocketException((int)SocketError.TimedOut);
            socket.ReceiveTimeout = Math.Max(1, (int)left.TotalMilliseconds);
            var seen = socket.Receive(buffer.AsSpan(taken), SocketFlags.Peek);
            if (seen == 0) throw new UpgradeRefusedException(null, "it closed the connection without an answer");
            var end = buffer.AsSpan(0, taken + seen).IndexOf("\r\n\r\n"u8);
            var wanted = end < 0 ? seen : end + 4 - taken;
            taken += socket.Receive(buffer.AsSpan(taken, wanted), SocketFlags.None);
            if (end < 0) continue;

            socket.ReceiveTimeout = 0;                             // what follows may come when it likes
            return Encoding.ASCII.GetString(buffer.AsSpan(0, end));
        }
    }

    private void Check(string[] answer, string key)
    {
        var status = answer[0].Split(' ') is [var version, var code, ..] && version.StartsWith("HTTP/1.", StringComparison.Ordinal) && int.TryParse(code, out var number)
            ? (HttpStatusCode)number
            : throw new UpgradeRefusedException(null, "its answer is not HTTP");
        if (status != HttpStatusCode.SwitchingProtocols) throw new UpgradeRefusedException(status, $"it refused the connection ({(int)status})");
        if (Header(answer, "Sec-WebSocket-Accept") != WebSocketKey.Accept(key)) throw new UpgradeRefusedException(null, "its answer is to another request");
        if (Header(answer, "Sec-WebSocket-Protocol") != Subprotocol) throw new UpgradeRefusedException(null, $"it does not speak {Subprotocol}");
    }

    private static string? Header(string[] answer, string name) => answer.Skip(1)
        .Select(line => line.Split(':', 2))
        .FirstOrDefault(header => header[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[^1].Trim();
}
