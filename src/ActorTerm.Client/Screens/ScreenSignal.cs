using System.Threading.Channels;
using ActorTerm.Protocol;

namespace ActorTerm.Client;

/// <summary>Whether a session's screen has changed since one looked: any number of changes are one signal.</summary>
internal sealed class ScreenSignal
{
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile bool _terminated;

    public ScreenSignal(string session)
    {
        _changed.Writer.TryWrite(true);                            // the first screen waits for no change
        Listener = new Listener(
            [new Topic.Api(NotificationType.NotifyOnScreenUpdate, session), new Topic.Api(NotificationType.NotifyOnTerminateSession)],
            notification =>
            {
                if (notification.ScreenUpdateNotification?.Session == session) _changed.Writer.TryWrite(true);
                if (notification.TerminateSessionNotification?.SessionId == session) Terminate();
            },
            end => _changed.Writer.TryComplete(end));
    }

    public Listener Listener { get; }

    public bool HasTerminated => _terminated;

    /// <returns>False when there is nothing more to look at.</returns>
    /// <exception cref="ConnectionLostException"/>
    public async ValueTask<bool> WaitAsync(CancellationToken cancel)
    {
        if (!await _changed.Reader.WaitToReadAsync(cancel)) return false;
        _changed.Reader.TryRead(out _);                            // before one looks: a change meanwhile is a new signal
        return true;
    }

    private void Terminate()
    {
        _terminated = true;
        _changed.Writer.TryWrite(true);                            // one last look
        _changed.Writer.TryComplete();
    }
}
