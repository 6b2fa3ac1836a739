using System.Buffers;
using System.Net.WebSockets;
using ActorTerm.Protocol;
using ActorTerm.Protocol.Host;
using Google.Protobuf;

namespace ActorTerm.Client;

/// <summary>
/// A script's connection to a host. Everything is reached from here: <see cref="App"/> for sessions and their surroundings,
/// <see cref="RegisterAsync"/> for functions that others may call.
/// </summary>
/// <remarks>
/// Safe for use by several threads at once. When the connection ends, every open request, subscription and
/// <see cref="Completion"/> fail with <see cref="ConnectionLostException"/>; there is no reconnecting.
/// </remarks>
public sealed partial class Connection : IAsyncDisposable
{
    private const string Subprotocol = "api.iterm2.com";

    private readonly MessageSocket _socket;
    private readonly PendingRequests _pending = new();
    private readonly SemaphoreSlim _inFlight;
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _disposed;

    private Connection(ConnectOptions options, MessageSocket socket, string protocolVersion)
    {
        Options = options;
        ProtocolVersion = protocolVersion;
        App = new App(this);
        Subscriptions = new SubscriptionHub(this);
        _socket = socket;
        _inFlight = new SemaphoreSlim(options.RequestsInFlight);
        _calls = new CallQueue(this, _functions);
        _ = _completion.Task.ContinueWith(end => end.Exception, TaskContinuationOptions.OnlyOnFaulted);   // whether or not anyone asks
    }

    /// <summary>The sessions, windows and variables of the host, and the host itself.</summary>
    public App App { get; }

    public ConnectOptions Options { get; }

    /// <summary>Of the scripting API, as the host announced it: <c>1.17</c>.</summary>
    public string ProtocolVersion { get; }

    /// <summary>
    /// Ends when the connection does: with success after <see cref="DisposeAsync"/>, otherwise with
    /// <see cref="ConnectionLostException"/>. A script that only offers functions ends with <c>await connection.Completion</c>.
    /// </summary>
    public Task Completion => _completion.Task;

    internal SubscriptionHub Subscriptions { get; }

    /// <exception cref="HostUnreachableException">No host there, or it refused.</exception>
    public static Task<Connection> ConnectAsync(ConnectOptions? options = null, CancellationToken cancel = default)
    {
        options ??= new ConnectOptions();
        return options.BlocksForAnswers ? OpenAsync(options, cancel) : Task.Run(() => OpenAsync(options, cancel), CancellationToken.None);
    }

    /// <summary>A request as it stands in the schema, for what this library has no method for. Sets the request's id.</summary>
    /// <param name="cancel">Stops waiting; the host may do it all the same.</param>
    /// <exception cref="RequestFailedException">The host does not serve such a request.</exception>
    /// <exception cref="ConnectionLostException"/>
    public async Task<ServerOriginatedMessage> RequestAsync(ClientOriginatedMessage request, CancellationToken cancel = default)
    {
        await _inFlight.WaitAsync(cancel);
        try
        {
            request.Id = _pending.NextId();
            var answer = _pending.Add(request.Id);
            try
            {
                await SendAsync(request).WaitAsync(cancel);
                if (Options.BlocksForAnswers) Task.WaitAny([answer], cancel);
                var message = await answer.WaitAsync(cancel);
                Answer.CheckKind(message, request);
                return message;
            }
            finally
            {
                _pending.Remove(request.Id);
            }
        }
        finally
        {
            _inFlight.Release();
        }
    }

    /// <summary>One of the host's own requests (host.proto).</summary>
    /// <exception cref="RequestFailedException">The host said no; the status is the word of its error code.</exception>
    /// <exception cref="ConnectionLostException"/>
    public async Task<HostResponse> RequestAsync(HostRequest request, CancellationToken cancel = default)
    {
        var message = await RequestAsync(new ClientOriginatedMessage { Actorterm = request }, cancel);
        Answer.CheckKind(message.Actorterm, request);
        return message.Actorterm;
    }

    /// <summary>Says goodbye. What is open fails with <see cref="ConnectionLostException"/>; functions of this script are gone from the host.</summary>
    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        await _socket.DisposeAsync();
        await Task.WhenAny(_completion.Task);
    }

    internal long NextId() => _pending.NextId();

    internal async Task SendAsync(ClientOriginatedMessage message)
    {
        var size = message.CalculateSize();
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            message.WriteTo(buffer.AsSpan(0, size));
            await _socket.SendAsync(buffer.AsMemory(0, size), WebSocketMessageType.Binary);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<Connection> OpenAsync(ConnectOptions options, CancellationToken cancel)
    {
        var opened = await HostSocket.OpenAsync(options, "/", Subprotocol, cancel);
        var connection = new Connection(options, new MessageSocket(opened.WebSocket, options.MaxMessageBytes, options.CloseTimeout), opened.ProtocolVersion ?? "0.0");
        _ = MessageSocket.OnItsOwnThread(connection.ReadAsync);
        return connection;
    }

    private async Task ReadAsync()
    {
        var end = new ConnectionLostException(await _socket.ReadAllAsync(Receive));
        if (_disposed) end = new ConnectionLostException("the connection was closed by this script");
        _pending.FailAll(end);
        _calls.End(end);
        Subscriptions.End(end);
        if (_disposed) _completion.SetResult();
        else _completion.SetException(end);
    }

    /// <summary>Runs on the reading task: nothing here may wait for anybody.</summary>
    private void Receive(WebSocketMessageType type, ReadOnlyMemory<byte> bytes)
    {
        if (type != WebSocketMessageType.Binary) return;
        var message = Envelope.ReadResponse(new ReadOnlySequence<byte>(bytes));
        if (message.SubmessageCase != ServerOriginatedMessage.SubmessageOneofCase.Notification) _pending.Answer(message);
        else if (message.Notification.ServerOriginatedRpcNotification is { } call) _calls.Admit(call);
        else Subscriptions.Route(message.Notification);
    }
}
