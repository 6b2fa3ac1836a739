using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;

namespace ActorTerm.Client;

/// <summary>Opens a WebSocket to a host, over its Unix socket or TCP, with the head that docs/protocol.md, section 1 asks for.</summary>
internal static class HostSocket
{
    /// <summary><c>NAME NUMBER</c>, as the host wants it.</summary>
    private const string LibraryVersion = "actorterm 1.0";

    /// <param name="path">Path of the upgrade request, such as <c>/</c>.</param>
    /// <exception cref="HostUnreachableException">Nobody there, or refused.</exception>
    public static async Task<ClientWebSocket> OpenAsync(ConnectOptions options, string path, string subprotocol, CancellationToken cancel)
    {
        var address = options.Tcp?.ToString() ?? HostAddress.Checked(options.Socket ?? HostAddress.Socket);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(options.ConnectTimeout);
        var webSocket = new ClientWebSocket();
        try
        {
            using var handler = new SocketsHttpHandler { UseProxy = false };
            if (options.Tcp is null)
            {
                var stream = await ConnectAsync(address, limit.Token);
                handler.ConnectCallback = (_, _) => ValueTask.FromResult<Stream>(stream);
            }
            Configure(webSocket.Options, options, subprotocol);
            // Handler and invoker may go once it is open: the connection belongs to the WebSocket then.
            using var invoker = new HttpMessageInvoker(handler);
            await webSocket.ConnectAsync(new Uri(options.Tcp ?? new Uri("ws://localhost"), path), invoker, limit.Token);
            return webSocket;
        }
        catch (Exception e) when (e is SocketException or WebSocketException or OperationCanceledException)
        {
            var status = webSocket.HttpStatusCode;
            webSocket.Dispose();
            cancel.ThrowIfCancellationRequested();
            throw new HostUnreachableException($"no host at {address}: {Reason(options, status, e)}", e.GetBaseException());
        }
    }

    private static void Configure(ClientWebSocketOptions socket, ConnectOptions options, string subprotocol)
    {
        socket.AddSubProtocol(subprotocol);
        socket.SetRequestHeader("Origin", "ws://localhost/");
        socket.SetRequestHeader("x-iterm2-library-version", LibraryVersion);
        socket.SetRequestHeader("x-iterm2-advisory-name", HeaderText(options.Name));
        socket.SetRequestHeader("x-iterm2-disable-auth-ui", "true");
        if (options.Source is not null) socket.SetRequestHeader("x-actorterm-source", HeaderText(options.Source));
        if (options.Cookie is not null) socket.SetRequestHeader("x-iterm2-cookie", options.Cookie);
        socket.KeepAliveInterval = TimeSpan.Zero;                  // as the stock library: never a ping of ours
        socket.CollectHttpResponseDetails = true;
    }

    private static async Task<NetworkStream> ConnectAsync(string path, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancel);
            CheckOwner(socket, path);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Whoever may write to the folder could put a socket there and wait for us: only our own host, or root's, gets our words.</summary>
    private static void CheckOwner(Socket socket, string path)
    {
        const int SolSocket = 1, SoPeerCred = 17;                  // Linux; struct ucred is pid, uid, gid (unix(7))
        if (!OperatingSystem.IsLinux()) return;
        Span<byte> credentials = stackalloc byte[12];
        socket.GetRawSocketOption(SolSocket, SoPeerCred, credentials);
        var owner = BinaryPrimitives.ReadUInt32LittleEndian(credentials[4..]);
        if (!IsTrusted(owner, HostAddress.UserId))
            throw new HostUnreachableException($"the process behind {path} belongs to user {owner}, not to you");
    }

    /// <summary>Root may speak to anybody's host: whether that answers is the host's affair.</summary>
    internal static bool IsTrusted(uint owner, uint me) => owner == me || owner == 0 || me == 0;

    private static string Reason(ConnectOptions options, HttpStatusCode status, Exception e) => status switch
    {
        HttpStatusCode.Unauthorized => "it refused this user or cookie (401)",
        HttpStatusCode.NotFound => "there is no such session (404)",
        not 0 and not HttpStatusCode.SwitchingProtocols => $"it refused the connection ({(int)status})",
        _ when e is OperationCanceledException => $"no answer within {options.ConnectTimeout.TotalSeconds:0.#} s",
        _ => (e.GetBaseException() as SocketException)?.SocketErrorCode switch
        {
            SocketError.AddressNotAvailable => "there is no socket; start a host with `actorterm-host`",
            SocketError.ConnectionRefused => "nobody listens there any more; start a host with `actorterm-host`",
            SocketError.AccessDenied => "this user may not open it",
            _ => e.GetBaseException().Message,
        },
    };

    /// <summary>A header carries printable ASCII.</summary>
    private static string HeaderText(string text) => string.Concat(text.Trim().Select(c => c is >= ' ' and <= '~' ? c : '?'));
}
