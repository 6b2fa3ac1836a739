using System.Net.WebSockets;
using ActorTerm.Api.Connection;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Workspace;

namespace ActorTerm.Api.Attach;

/// <summary>One viewer's WebSocket: hello, then keys and credit in, frames and news out. Spec: docs/protocol.md, section 6.</summary>
internal sealed class ViewerConnection(IActorRef workspace, ApiSettings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);       // far beyond what finding a session and attaching to it take

    /// <returns>Whether there is such a session; asked before the upgrade is answered.</returns>
    public async Task<bool> Exists(SessionTarget target) =>
        await workspace.Ask<object>(new WorkspaceProtocol.Resolve(target), Patience).ConfigureAwait(false) is WorkspaceProtocol.ResolvedTo { Target.IsOne: true };

    public async Task Serve(WebSocket socket, SessionTarget target, CancellationToken stopping)
    {
        var queue = new ViewerQueue(settings.MaxViewerTexts);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, queue.Closed);
        var writing = queue.WriteTo(socket);
        var reading = Read(socket, queue, target);
        await Task.WhenAny(reading, SocketClosing.Cancelled(ended.Token)).ConfigureAwait(false);
        var (status, text) = stopping.IsCancellationRequested ? (WebSocketCloseStatus.EndpointUnavailable, "the host stops")
            : queue.Reason is { } reason ? (WebSocketCloseStatus.NormalClosure, reason)
            : await reading.ConfigureAwait(false);
        queue.Close(text);
        await SocketClosing.Close(socket, reading, writing, status, text).ConfigureAwait(false);
    }

    // Never cancelled: a socket whose receiving is cancelled is aborted, and the viewer would not read why.
    private async Task<(WebSocketCloseStatus Status, string Text)> Read(WebSocket socket, ViewerQueue queue, SessionTarget target)
    {
        var reader = new MessageReader(socket, settings.MaxViewerMessageBytes);
        IActorRef? viewer = null;
        try
        {
            viewer = await Attach(reader, queue, target).ConfigureAwait(false);
            await PassOn(reader, viewer).ConfigureAwait(false);
            return (WebSocketCloseStatus.NormalClosure, "");
        }
        catch (FormatException e)
        {
            return (WebSocketCloseStatus.PolicyViolation, e.Message);
        }
        catch (MessageTooLargeException e)
        {
            return (WebSocketCloseStatus.MessageTooBig, e.Message);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            return (WebSocketCloseStatus.NormalClosure, "");         // the viewer is gone
        }
        finally
        {
            viewer?.Tell(SessionsProtocol.ViewerGone.Instance, ActorRefs.NoSender);
        }
    }

    private async Task<IActorRef> Attach(MessageReader reader, ViewerQueue queue, SessionTarget target)
    {
        if (await Next(reader).ConfigureAwait(false) is not MessageReader.Outcome.Text || AttachCodec.Read(reader.Message) is not ViewerRequest.Hello hello)
            throw new FormatException("the first message must be hello");

        var wish = new SessionsProtocol.Attach(queue, hello.Columns, hello.Rows, hello.TakesSize, hello.ReadOnly);
        var reply = await workspace.Ask<object>(new WorkspaceProtocol.ToSession(target, wish), Patience).ConfigureAwait(false);
        if (reply is not SessionsProtocol.Attached attached) throw new FormatException((reply as SessionsProtocol.Rejected)?.Text ?? "there is no such session");

        queue.TrySay(AttachCodec.Attached(attached));
        return attached.Viewer;
    }

    private async Task PassOn(MessageReader reader, IActorRef viewer)
    {
        while (true)
        {
            switch (await Next(reader).ConfigureAwait(false))
            {
                case MessageReader.Outcome.Binary:
                    viewer.Tell(new SessionsProtocol.ViewerTyped(reader.Message.ToArray()), ActorRefs.NoSender);
                    break;
                case MessageReader.Outcome.Text when ToMessage(AttachCodec.Read(reader.Message)) is { } message:
                    viewer.Tell(message, ActorRefs.NoSender);
                    break;
                case MessageReader.Outcome.Closed:
                    return;
            }
        }
    }

    private static object? ToMessage(ViewerRequest? request) => request switch
    {
        ViewerRequest.Resize size => new SessionsProtocol.ViewerResized(size.Columns, size.Rows),
        ViewerRequest.Credit => SessionsProtocol.ViewerCredit.Instance,
        ViewerRequest.Repaint => SessionsProtocol.ViewerRepaint.Instance,
        _ => null,
    };

    private async ValueTask<MessageReader.Outcome> Next(MessageReader reader)
    {
        var outcome = await reader.Read(CancellationToken.None).ConfigureAwait(false);
        return outcome == MessageReader.Outcome.TooLarge ? throw new MessageTooLargeException($"a message may have {settings.MaxViewerMessageBytes} bytes") : outcome;
    }

    private sealed class MessageTooLargeException(string message) : Exception(message);
}
