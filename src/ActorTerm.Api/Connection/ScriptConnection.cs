using System.Net.WebSockets;
using ActorTerm.Api.Codec;
using ActorTerm.Api.Translation;
using Microsoft.Extensions.Logging;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Api.Connection;

/// <summary>
/// One script's WebSocket from its opening to its close: messages in, in order; answers and events out by the queue's own task. Spec:
/// docs/protocol.md, sections 2 and 5.
/// </summary>
internal sealed partial class ScriptConnection(IActorRef connections, ApiSettings settings, HostFacts facts, ILogger<ScriptConnection> log)
{
    private static readonly TimeSpan OpenTimeout = TimeSpan.FromSeconds(10);

    public async Task Serve(WebSocket socket, string name, CancellationToken stopping)
    {
        var queue = new OutboundQueue(settings.MaxOutboundBytes, settings.MaxRequestsInFlight);
        var opened = await connections.Ask<object>(new Open(queue, name), OpenTimeout, stopping).ConfigureAwait(false);
        if (opened is not Opened { Connection: var actor })
        {
            await SocketClosing.Close(socket, WebSocketCloseStatus.PolicyViolation, (opened as Refused)?.Reason ?? "refused").ConfigureAwait(false);
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, queue.Closed);
        var writing = queue.WriteTo(socket, ended.Token);
        var close = await Read(socket, queue, actor, ended.Token).ConfigureAwait(false);
        actor.Tell(new Lost(close.Text), ActorRefs.NoSender);
        await ended.CancelAsync().ConfigureAwait(false);
        await writing.ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
        if (stopping.IsCancellationRequested) close = (WebSocketCloseStatus.EndpointUnavailable, "the host stops");
        else if (queue.Reason is { } reason) close = (WebSocketCloseStatus.PolicyViolation, reason);
        await SocketClosing.Close(socket, close.Status, close.Text).ConfigureAwait(false);
    }

    private async Task<(WebSocketCloseStatus Status, string Text)> Read(WebSocket socket, OutboundQueue queue, IActorRef actor, CancellationToken cancellation)
    {
        var reader = new MessageReader(socket, settings.MaxMessageBytes);
        try
        {
            while (true)
            {
                switch (await reader.Read(cancellation).ConfigureAwait(false))
                {
                    case MessageReader.Outcome.Binary:
                        if (EnvelopeCodec.TryRead(reader.Message.Span, out var envelope, out var error))
                        {
                            await queue.AdmitRequest(cancellation).ConfigureAwait(false);
                            actor.Tell(Requests.ToMessage(envelope, facts), ActorRefs.NoSender);
                        }
                        else
                        {
                            LogMalformed(error);
                        }

                        break;
                    case MessageReader.Outcome.Text:
                        break;       // ignored: this protocol has none
                    case MessageReader.Outcome.Closed:
                        return (socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure, "");
                    case MessageReader.Outcome.TooLarge:
                        return (WebSocketCloseStatus.MessageTooBig, $"a message may have {settings.MaxMessageBytes} bytes");
                }
            }
        }
        catch (OperationCanceledException)
        {
            return (WebSocketCloseStatus.NormalClosure, "");
        }
        catch (WebSocketException e)
        {
            LogBroken(e.Message);
            return (WebSocketCloseStatus.ProtocolError, "the connection broke");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "dropped a message that is no request: {Error}")]
    private partial void LogMalformed(string error);

    [LoggerMessage(Level = LogLevel.Debug, Message = "a script's connection broke: {Error}")]
    private partial void LogBroken(string error);
}
