using System.Net.WebSockets;
using ActorTerm.Protocol;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ActorTerm.Api.Connection;

/// <summary>
/// The host's end of a WebSocket. ASP.NET's own cuts the connection as soon as a peer breaks the framing, and the close frame that says so is
/// lost more often than not; here what was written goes out, for as long as a peer takes that is going to read it.
/// </summary>
internal sealed class UpgradedSocket : WebSocket
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly WebSocket _socket;
    private readonly IConnectionLifetimeFeature _connection;

    private UpgradedSocket(WebSocket socket, IConnectionLifetimeFeature connection) => (_socket, _connection) = (socket, connection);

    public override WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public override string? CloseStatusDescription => _socket.CloseStatusDescription;

    public override WebSocketState State => _socket.State;

    public override string? SubProtocol => _socket.SubProtocol;

    /// <summary>Says yes to an upgrade that is in order: RFC 6455, section 4.2.2. No keep-alive: a peer that is gone is seen by its socket.</summary>
    public static async Task<UpgradedSocket> Accept(HttpContext context, string subprotocol)
    {
        var headers = context.Response.Headers;
        headers.Connection = "Upgrade";
        headers.Upgrade = "websocket";
        headers.SecWebSocketAccept = WebSocketKey.Accept(context.Request.Headers.SecWebSocketKey.ToString());
        headers.SecWebSocketProtocol = subprotocol;
        var stream = await context.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync().ConfigureAwait(false);
        var creation = new WebSocketCreationOptions { IsServer = true, SubProtocol = subprotocol, KeepAliveInterval = TimeSpan.Zero };
        return new UpgradedSocket(CreateFromStream(stream, creation), context.Features.GetRequiredFeature<IConnectionLifetimeFeature>());
    }

    public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
        _socket.CloseAsync(closeStatus, statusDescription, cancellationToken);

    public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
        _socket.CloseOutputAsync(closeStatus, statusDescription, cancellationToken);

    public override Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken) =>
        _socket.ReceiveAsync(buffer, cancellationToken);

    public override ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        _socket.ReceiveAsync(buffer, cancellationToken);

    public override Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken) =>
        _socket.SendAsync(buffer, messageType, endOfMessage, cancellationToken);

    public override ValueTask SendAsync(ReadOnlyMemory<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken) =>
        _socket.SendAsync(buffer, messageType, endOfMessage, cancellationToken);

    /// <summary>Cuts the connection; what was not sent is lost.</summary>
    public override void Abort()
    {
        _connection.Abort();
        _socket.Abort();
    }

    /// <summary>Ends the connection when all is sent, or is not taken within a while.</summary>
    public override void Dispose()
    {
        _socket.Dispose();
        Task.Delay(Patience).ContinueWith(_ => _connection.Abort(), TaskScheduler.Default);
    }
}
