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

    /// <summary>Over a Unix socket this blocks until the host has answered.</summary>
    /// <param name="path">Path of the upgrade request, such as <c>/</c>.</param>
    /// <exception cref="HostUnreachableException">Nobody there, or refused.</exception>
    public static async Task<Upgraded> OpenAsync(ConnectOptions options, string path, string subprotocol, CancellationToken cancel)
    {
        var address = options.Tcp?.ToString() ?? HostAddress.Checked(options.Socket ?? HostAddress.Socket);
        try
        {
            return options.Tcp is { } host
                ? await OverTcpAsync(new Uri(host, path), subprotocol, options, cancel)
                : OverUnix(address, new UpgradeRequest(path, subprotocol, Headers(options)), Finite(options.ConnectTimeout), options.BlocksForAnswers, cancel);
        }
        catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException or UpgradeRefusedException or OperationCanceledException)
        {
            cancel.ThrowIfCancellationRequested();
            throw new HostUnreachableException($"no host at {address}: {Reason(options, e)}", e);
        }
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Headers(ConnectOptions options)
    {
        var headers = new List<KeyValuePair<string, string>>
        {
            new("Origin", "ws://localhost/"),
            new("x-iterm2-library-version", LibraryVersion),
            new("x-iterm2-advisory-name", HeaderText(options.Name)),
            new("x-iterm2-disable-auth-ui", "true"),
        };
        if (options.Source is not null) headers.Add(new("x-actorterm-source", HeaderText(options.Source)));
        if (options.Cookie is not null) headers.Add(new("x-iterm2-cookie", HeaderText(options.Cookie)));
        return headers;
    }

    private static async Task<Upgraded> OverTcpAsync(Uri address, string subprotocol, ConnectOptions options, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(options.ConnectTimeout);
        var webSocket = new ClientWebSocket();
        try
        {
            webSocket.Options.AddSubProtocol(subprotocol);
            foreach (var (name, value) in Headers(options)) webSocket.Options.SetRequestHeader(name, value);
            webSocket.Options.KeepAliveInterval = TimeSpan.Zero;   // as the stock library: never a ping of ours
            webSocket.Options.CollectHttpResponseDetails = true;
            using var invoker = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
            await webSocket.ConnectAsync(address, invoker, limit.Token);
            return new Upgraded(webSocket, webSocket.HttpResponseHeaders?.GetValueOrDefault(Upgraded.VersionHeader)?.FirstOrDefault());
        }
        catch (WebSocketException e)
        {
            var status = webSocket.HttpStatusCode;
            webSocket.Dispose();
            if (e.GetBaseException() is SocketException unreachable) throw unreachable;
            throw status is 0 or HttpStatusCode.SwitchingProtocols
                ? new UpgradeRefusedException(null, e.GetBaseException().Message)
                : new UpgradeRefusedException(status, $"it refused the connection ({(int)status})");
        }
        catch
        {
            webSocket.Dispose();
            throw;
        }
    }

    private static Upgraded OverUnix(string path, UpgradeRequest request, TimeSpan limit, bool blocks, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { SendTimeout = (int)limit.TotalMilliseconds };
        using var stop = cancel.Register(socket.Dispose);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            CheckOwner(socket, path);
            var upgraded = request.Send(socket, limit, blocks);
            socket.SendTimeout = 0;
            return upgraded;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>A socket's own limits have milliseconds in 31 bits, 24 days.</summary>
    private static TimeSpan Finite(TimeSpan limit) =>
        limit < TimeSpan.Zero || limit.TotalMilliseconds > int.MaxValue ? TimeSpan.FromMilliseconds(int.MaxValue) : limit;

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

    private static string Reason(ConnectOptions options, Exception e) => e switch
    {
        UpgradeRefusedException { Status: HttpStatusCode.Unauthorized } => "it refused this user or cookie (401)",
        UpgradeRefusedException { Status: HttpStatusCode.NotFound } => "there is no such session (404)",
        OperationCanceledException or SocketException { SocketErrorCode: SocketError.TimedOut or SocketError.WouldBlock } =>
            $"no answer within {options.ConnectTimeout.TotalSeconds:0.#} s",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => "there is no socket; start a host with `actorterm-host`",
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "nobody listens there any more; start a host with `actorterm-host`",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => "this user may not open it",
        _ => e.Message,
    };

    /// <summary>A header carries printable ASCII.</summary>
    private static string HeaderText(string text) => string.Concat(text.Trim().Select(c => c is >= ' ' and <= '~' ? c : '?'));
}
