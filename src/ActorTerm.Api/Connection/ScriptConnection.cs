using System.Buffers;
using System.Net.WebSockets;
using ActorTerm.Api.Translation;
using ActorTerm.Protocol;
using Microsoft.Extensions.Logging;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;
using Envelope = ActorTerm.Protocol.Envelope;

namespace ActorTerm.Api.Connection;

/// <summary>
/// One script's WebSocket from its opening to its close: messages in, in order; answers and events out by the queue's own task. Spec:
/// docs/protocol.md, sections 2 and 5.
/// </summary>
internal sealed partial class ScriptConnection(IActorRef connections, ApiSettings settings, HostFacts facts, ILogger<ScriptConnection> log)
{
    private static readonly TimeSpan OpenTimeout = TimeSpan.FromSeconds(10);       // far beyond what making an actor takes

    /// <param name="introduce">Says who the script is.</param>
    public async Task Serve(Func<IScriptLink, Open> introduce, WebSocket socket, CancellationToken stopping)
    {
        var queue = new OutboundQueue(settings.MaxOutboundBytes, settings.MaxRequestsInFlight);
        var opened = await connections.Ask<object>(introduce(queue), OpenTimeout, stopping).ConfigureAwait(false);
        if (opened is not Opened { Connection: var actor })
        {
            await SocketClosing.Close(socket, WebSocketCloseStatus.PolicyViolation, (opened as Refused)?.Reason ?? "refused").ConfigureAwait(false);
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, queue.Closed);
        var writing = queue.WriteTo(socket, ended.Token);
        var reading = Read(socket, queue, actor, ended.Token);
        await Task.WhenAny(reading, SocketClosing.Cancelled(ended.Token)).ConfigureAwait(false);
        var close = stopping.IsCancellationRequested ? (WebSocketCloseStatus.EndpointUnavailable, "the host stops")
            : queue.Reason is { } reason ? (WebSocketCloseStatus.PolicyViolation, reason)
            : await reading.ConfigureAwait(false);
        actor.Tell(new Lost(close.Item2), ActorRefs.NoSender);
        await ended.CancelAsync().ConfigureAwait(false);
        await SocketClosing.Close(socket, reading, writing, close.Item1, close.Item2).ConfigureAwait(false);
    }

    // A socket whose receiving or sending is cancelled is aborted, and its peer would never read why: so neither gets the token.
    private async Task<(WebSocketCloseStatus Status, string Text)> Read(WebSocket socket, OutboundQueue queue, IActorRef actor, CancellationToken cancellation)
    {
        var reader = new MessageReader(socket, settings.MaxMessageBytes);
        try
        {
            while (true)
            {
                switch (await reader.Read(CancellationToken.None).ConfigureAwait(false))
                {
                    case MessageReader.Outcome.Binary:
                        await PassOn(reader.Message, queue, actor, cancellation).ConfigureAwait(false);
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

    private async ValueTask PassOn(ReadOnlyMemory<byte> message, OutboundQueue queue, IActorRef actor, CancellationToken cancellation)
    {
        try
        {
            var request = Envelope.ReadRequest(new ReadOnlySequence<byte>(message));
            await queue.AdmitRequest(cancellation).ConfigureAwait(false);
            actor.Tell(ToMessage(request), ActorRefs.NoSender);
        }
        catch (MalformedEnvelopeException e)
        {
            LogMalformed(e.Message);
        }
    }

    // A mistake in one translation costs its request an error, never the script its connection.
    private object ToMessage(ClientOriginatedMessage request)
    {
        try
        {
            return Requests.ToMessage(request, facts);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException or OverflowException)
        {
            LogUntranslatable(request.SubmessageCase.ToString(), e);
            return Answers.Refuse(request.Id, $"{request.SubmessageCase} cannot be understood: {e.Message}");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "dropped a message that is no request: {Error}")]
    private partial void LogMalformed(string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Request} could not be translated")]
    private partial void LogUntranslatable(string request, Exception error);

    [LoggerMessage(Level = LogLevel.Debug, Message = "a script's connection broke: {Error}")]
    private partial void LogBroken(string error);
}
