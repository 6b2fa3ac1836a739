using System.Net.Sockets;
using System.Net.WebSockets;

namespace ActorTerm.Benchmarks.Api;

/// <summary>Scripts that ask and wait for the answer, as many as there are connections.</summary>
internal sealed class Clients : IDisposable
{
    public const string Subprotocol = "api.iterm2.com";
    private const int LongestAnswer = 4096;

    private readonly ClientWebSocket[] _sockets;

    private Clients(ClientWebSocket[] sockets) => _sockets = sockets;

    /// <summary>Looks at an answer; throws when it is not the right one.</summary>
    public delegate void Check(ReadOnlySpan<byte> answer);

    public static Clients Connect(string path, int count) =>
        new(Task.WhenAll(Enumerable.Range(0, count).Select(_ => Connect(path))).GetAwaiter().GetResult());

    /// <summary>So many requests over all connections, one at a time on each.</summary>
    /// <param name="check">For the first answer of each connection.</param>
    public void Ask(byte[] request, int count, Check check) =>
        Task.WhenAll(_sockets.Select(socket => Task.Run(() => Ask(socket, request, count / _sockets.Length, check)))).GetAwaiter().GetResult();

    public void Dispose() => Task.WhenAll(_sockets.Select(Close)).GetAwaiter().GetResult();

    private static async Task Ask(ClientWebSocket socket, byte[] request, int count, Check check)
    {
        var answer = new byte[LongestAnswer];
        for (var i = 0; i < count; i++)
        {
            await socket.SendAsync(request.AsMemory(), WebSocketMessageType.Binary, true, CancellationToken.None).ConfigureAwait(false);
            var read = await socket.ReceiveAsync(answer.AsMemory(), CancellationToken.None).ConfigureAwait(false);
            if (read is not { MessageType: WebSocketMessageType.Binary, EndOfMessage: true })
                throw new InvalidOperationException($"no whole answer: {read.MessageType}, {read.Count} bytes");
            if (i == 0) check(answer.AsSpan(0, read.Count));
        }
    }

    private static async Task<ClientWebSocket> Connect(string path)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(Subprotocol);
        socket.Options.SetRequestHeader("Origin", "ws://localhost/");
        socket.Options.SetRequestHeader("x-iterm2-library-version", "python 2.7");
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler { ConnectCallback = (_, cancel) => Dial(path, cancel) });
        await socket.ConnectAsync(new Uri("ws://localhost/"), invoker, CancellationToken.None).ConfigureAwait(false);
        return socket;
    }

    private static async ValueTask<Stream> Dial(string path, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancel).ConfigureAwait(false);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static async Task Close(ClientWebSocket socket)
    {
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None).ConfigureAwait(false);
        socket.Dispose();
    }
}
