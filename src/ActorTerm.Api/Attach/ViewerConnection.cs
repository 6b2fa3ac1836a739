using System.Net.WebSockets;
using ActorTerm.Api.Connection;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Workspace;

namespace ActorTerm.Api.Attach;

/// <summary>One viewer's WebSocket: hello, then keys and credit in, frames and news out. Spec: docs/protocol.md, section 6.</summary>
internal sealed class ViewerConnection(IActorRef workspace)
{
    private const int MaxMessageBytes = 1 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <returns>Whether there is such a session; asked before the upgrade is answered.</returns>
    public async Task<bool> Exists(SessionTarget target) =>
        await workspace.Ask<object>(new WorkspaceProtocol.Resolve(target), Patience).ConfigureAwait(false) is WorkspaceProtocol.ResolvedTo { Target.IsOne: true };

    public async Task Serve(WebSocket socket, SessionTarget target, CancellationToken stopping)
    {
        var queue = new ViewerQueue();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, queue.Closed);
        var reader = new MessageReader(socket, MaxMessageBytes);
        IActorRef? viewer = null;
        Task writing = Task.CompletedTask;
        var close = (Status: WebSocketCloseStatus.NormalClosure, Text: "");
        try
        {
            viewer = await Attach(reader, queue, target, ended.Token).ConfigureAwait(false);
            writing = queue.WriteTo(socket, ended.Token);
            await Read(reader, viewer, ended.Token).ConfigureAwait(false);
        }
        catch (FormatException e)
        {
            close = (WebSocketCloseStatus.PolicyViolation, e.Message);
        }
        catch (MessageTooLargeException e)
        {
            close = (WebSocketCloseStatus.MessageTooBig, e.Message);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            if (queue.Reason is { } reason) close = (WebSocketCloseStatus.NormalClosure, reason);
            else if (stopping.IsCancellationRequested) close = (WebSocketCloseStatus.EndpointUnavailable, "the host stops");
        }

        viewer?.Tell(SessionsProtocol.ViewerGone.Instance, ActorRefs.NoSender);
        await ended.CancelAsync().ConfigureAwait(false);
        await writing.ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
        await SocketClosing.Close(socket, close.Status, close.Text).ConfigureAwait(false);
    }

    private async Task<IActorRef> Attach(MessageReader reader, ViewerQueue queue, SessionTarget target, CancellationToken cancellation)
    {
        if (await Next(reader, cancellation).ConfigureAwait(false) is not MessageReader.Outcome.Text || AttachCodec.Read(reader.Message) is not ViewerRequest.Hello hello)
            throw new FormatException("the first message must be hello");

        var wish = new SessionsProtocol.Attach(queue, hello.Columns, hello.Rows, hello.TakesSize, hello.ReadOnly);
        var reply = await workspace.Ask<object>(new WorkspaceProtocol.ToSession(target, wish), Patience, cancellation).ConfigureAwait(false);
        if (reply is not SessionsProtocol.Attached attached) throw new FormatException((reply as SessionsProtocol.Rejected)?.Text ?? "there is no such session");

        queue.TrySay(AttachCodec.Attached(attached));
        return attached.Viewer;
    }

    private static async Task Read(MessageReader reader, IActorRef viewer, CancellationToken cancellation)
    {
        while (true)
        {
            switch (await Next(reader, cancellation).ConfigureAwait(false))
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

    private static async ValueTask<MessageReader.Outcome> Next(MessageReader reader, CancellationToken cancellation)
    {
        var outcome = await reader.Read(cancellation).ConfigureAwait(false);
        return outcome == MessageReader.Outcome.TooLarge ? throw new MessageTooLargeException($"a message may have {MaxMessageBytes} bytes") : outcome;
    }

    private sealed class MessageTooLargeException(string message) : Exception(message);
}
