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
        var reader = new MessageReader(socket, MaxMessageBytes);
        var (viewer, refusal) = await Admit(reader, queue, target, stopping).ConfigureAwait(false);
        if (viewer is null)
        {
            await SocketClosing.Close(socket, WebSocketCloseStatus.PolicyViolation, refusal).ConfigureAwait(false);
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, queue.Closed);
        var writing = queue.WriteTo(socket, ended.Token);
        var reading = Read(reader, viewer);
        await Task.WhenAny(reading, Cancelled(ended.Token)).ConfigureAwait(false);
        (WebSocketCloseStatus Status, string Text) close = stopping.IsCancellationRequested ? (WebSocketCloseStatus.EndpointUnavailable, "the host stops")
            : queue.Reason is { } reason ? (WebSocketCloseStatus.NormalClosure, reason)
            : await reading.ConfigureAwait(false);
        viewer.Tell(SessionsProtocol.ViewerGone.Instance, ActorRefs.NoSender);
        await ended.CancelAsync().ConfigureAwait(false);
        await SocketClosing.Close(socket, reading, writing, close.Status, close.Text).ConfigureAwait(false);
    }

    private static async Task Cancelled(CancellationToken token) =>
        await Task.Delay(Timeout.Infinite, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task<(IActorRef? Viewer, string Refusal)> Admit(MessageReader reader, ViewerQueue queue, SessionTarget target, CancellationToken stopping)
    {
        try
        {
            return (await Attach(reader, queue, target, stopping).ConfigureAwait(false), "");
        }
        catch (FormatException e)
        {
            return (null, e.Message);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            return (null, "");
        }
    }

    private async Task<IActorRef> Attach(MessageReader reader, ViewerQueue queue, SessionTarget target, CancellationToken cancellation)
    {
        if (await reader.Read(cancellation).ConfigureAwait(false) is not MessageReader.Outcome.Text || AttachCodec.Read(reader.Message) is not ViewerRequest.Hello hello)
            throw new FormatException("the first message must be hello");

        var wish = new SessionsProtocol.Attach(queue, hello.Columns, hello.Rows, hello.TakesSize, hello.ReadOnly);
        var reply = await workspace.Ask<object>(new WorkspaceProtocol.ToSession(target, wish), Patience, cancellation).ConfigureAwait(false);
        if (reply is not SessionsProtocol.Attached attached) throw new FormatException((reply as SessionsProtocol.Rejected)?.Text ?? "there is no such session");

        queue.TrySay(AttachCodec.Attached(attached));
        return attached.Viewer;
    }

    // A socket whose receiving is cancelled is aborted, and the viewer would never read why: so this gets no token.
    private static async Task<(WebSocketCloseStatus Status, string Text)> Read(MessageReader reader, IActorRef viewer)
    {
        try
        {
            while (true)
            {
                switch (await reader.Read(CancellationToken.None).ConfigureAwait(false))
                {
                    case MessageReader.Outcome.Binary:
                        viewer.Tell(new SessionsProtocol.ViewerTyped(reader.Message.ToArray()), ActorRefs.NoSender);
                        break;
                    case MessageReader.Outcome.Text when ToMessage(AttachCodec.Read(reader.Message)) is { } message:
                        viewer.Tell(message, ActorRefs.NoSender);
                        break;
                    case MessageReader.Outcome.Closed:
                        return (WebSocketCloseStatus.NormalClosure, "");
                    case MessageReader.Outcome.TooLarge:
                        return (WebSocketCloseStatus.MessageTooBig, $"a message may have {MaxMessageBytes} bytes");
                }
            }
        }
        catch (FormatException e)
        {
            return (WebSocketCloseStatus.PolicyViolation, e.Message);
        }
        catch (WebSocketException)
        {
            return (WebSocketCloseStatus.NormalClosure, "");      // the viewer is gone; there is nobody to tell
        }
    }

    private static object? ToMessage(ViewerRequest? request) => request switch
    {
        ViewerRequest.Resize size => new SessionsProtocol.ViewerResized(size.Columns, size.Rows),
        ViewerRequest.Credit => SessionsProtocol.ViewerCredit.Instance,
        ViewerRequest.Repaint => SessionsProtocol.ViewerRepaint.Instance,
        _ => null,
    };
}
