using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using ActorTerm.Protocol;
using ActorTerm.Protocol.Host;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ActorTerm.Client.Tests;

/// <summary>
/// Stands in for a host: real sockets, real bytes, answers that the test gives. It speaks first only when told to, and answers what it
/// was given no answer for with <c>error</c>, as a host does.
/// </summary>
public sealed class StandInHost : IAsyncDisposable
{
    /// <summary>How long a test waits for what must happen before it says that it did not.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TempFolder _folder = new();
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<Asked, Func<ClientOriginatedMessage, ServerOriginatedMessage?>> _answers = [];
    private readonly Mail<ClientOriginatedMessage> _requests = new("a request");
    private readonly Mail<StandInSocket> _scripts = new("a connection to /");
    private readonly Mail<StandInSocket> _viewers = new("a connection to /attach");
    private StandInSocket? _script;

    private StandInHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenUnixSocket(Socket);
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Run(ServeAsync);
    }

    public string Socket => _folder["host.sock"];

    /// <summary>The same on TCP.</summary>
    public int Port => _app.Urls.Select(url => new Uri(url)).First(url => url.Host == "127.0.0.1").Port;

    /// <summary>The head of the last upgrade request.</summary>
    public Dictionary<string, string> Head { get; private set; } = [];

    public string? RequestPath { get; private set; }

    /// <summary>Instead of an upgrade.</summary>
    public int? Refusal { get; set; }

    /// <summary>Everything that scripts asked so far, in order.</summary>
    public IReadOnlyList<ClientOriginatedMessage> Seen => _requests.Seen;

    public static async Task<StandInHost> StartAsync()
    {
        var host = new StandInHost();
        await host._app.StartAsync();
        return host;
    }

    public Task<Connection> ConnectAsync() => ConnectAsync(options => options);

    public async Task<Connection> ConnectAsync(Func<ConnectOptions, ConnectOptions> with)
    {
        var connection = await Connection.ConnectAsync(with(new ConnectOptions { Socket = Socket, Name = "a script", Cookie = null }));
        _script = await _scripts.NextAsync();
        return connection;
    }

    /// <summary>Null: no answer, or a later one by <see cref="AnswerAsync"/>.</summary>
    public StandInHost When(Asked request, Func<ClientOriginatedMessage, ServerOriginatedMessage?> answer)
    {
        _answers[request] = answer;
        return this;
    }

    /// <summary>Answers the host's own requests of one kind.</summary>
    public StandInHost WhenHost(Func<HostRequest, HostResponse?> answer) =>
        When(Asked.Actorterm, request =>
            answer(request.Actorterm) is { } response ? new() { Actorterm = response } : null);

    /// <summary>Says OK to every NotificationRequest.</summary>
    public StandInHost WhenSubscribed() => When(
        Asked.NotificationRequest,
        _ => new() { NotificationResponse = new() { Status = NotificationResponse.Types.Status.Ok } });

    /// <summary>The next request that nobody took yet.</summary>
    public Task<ClientOriginatedMessage> NextAsync() => _requests.NextAsync();

    /// <summary>The next viewer.</summary>
    public Task<StandInSocket> NextViewerAsync() => _viewers.NextAsync();

    public Task AnswerAsync(ClientOriginatedMessage request, ServerOriginatedMessage answer)
    {
        answer.Id = request.Id;
        return SendAsync(answer);
    }

    public Task NotifyAsync(Notification notification) => SendAsync(new ServerOriginatedMessage { Notification = notification });

    public Task SendAsync(ServerOriginatedMessage message) => SendAsync(message.ToByteArray(), WebSocketMessageType.Binary);

    public Task SendAsync(byte[] bytes, WebSocketMessageType type, bool last = true) => _script!.SendAsync(bytes, type, last);

    public Task CloseAsync(WebSocketCloseStatus code, string reason) => _script!.CloseAsync(code, reason);

    public void Abort() => _script!.Abort();

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private async Task ServeAsync(HttpContext context)
    {
        Head = context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());
        RequestPath = context.Request.Path;
        if (Refusal is { } refusal)
        {
            context.Response.StatusCode = refusal;
            return;
        }
        context.Response.Headers["X-iTerm2-Protocol-Version"] = "1.17";
        using var webSocket = await context.WebSockets.AcceptWebSocketAsync(context.WebSockets.WebSocketRequestedProtocols.Single());
        var socket = new StandInSocket(webSocket);
        if (context.Request.Path.StartsWithSegments("/attach"))
        {
            _viewers.Add(socket);
            await socket.ReadAllAsync((type, bytes) => socket.Received.Add((type, bytes)));
        }
        else
        {
            _scripts.Add(socket);
            await socket.ReadAllAsync((_, bytes) => Receive(socket, bytes));
        }
    }

    private void Receive(StandInSocket socket, byte[] bytes)
    {
        var request = ClientOriginatedMessage.Parser.ParseFrom(bytes);
        // Noted before it is answered: a test that has the answer finds the request.
        _requests.Add(request);
        var answer = _answers.TryGetValue(request.SubmessageCase, out var rule) ? rule(request) : new() { Error = $"{request.SubmessageCase} is not served" };
        if (answer is null) return;
        answer.Id = request.Id;
        _ = socket.SendAsync(answer.ToByteArray(), WebSocketMessageType.Binary, last: true);
    }
}
