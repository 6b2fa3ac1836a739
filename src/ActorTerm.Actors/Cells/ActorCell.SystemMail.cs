namespace ActorTerm.Actors;

// System mail, in the order it came, but for what has to wait until the actor is itself again.
internal sealed partial class ActorCell
{
    private enum Readiness
    {
        Ready,
        Suspended,                                          // a child's failure waits: the one who decides it may be replaced
        AwaitingChildren,                                   // so do suspend, resume and restart, which would cut across the restart going on
    }

    private Readiness Now =>
        _extras?.Children is { AwaitedBefore: not AfterChildren.Nothing } ? Readiness.AwaitingChildren
        : _suspensions > 0 ? Readiness.Suspended
        : Readiness.Ready;

    private void HandleSystemMail(RunFrame frame)
    {
        for (var message = SystemMail.TakeAll(ref _systemMail); message is not null;)
        {
            frame.InHand = null;
            var following = message.Next;
            message.Next = null;
            var before = Now;
            if (MustWait(message, before)) Defer(message);
            else Handle(message);
            message = Now < before ? TakeDeferredBefore(following) : following;
        }
    }

    private static bool MustWait(SystemMessage message, Readiness readiness) => readiness switch
    {
        Readiness.Suspended => message is Failed,
        Readiness.AwaitingChildren => message is Recreate or Resume or Suspend,
        _ => false,
    };

    private void Handle(SystemMessage message)
    {
        if ((_state & Closed) != 0)
        {
            if (message is Watch late) late.Watcher.SendSystem(new DeathNotice(this, existenceConfirmed: false));
            return;
        }

        try
        {
            switch (message)
            {
                case Continuation continuation: Continue(continuation); break;
                case AsyncDone done: EndAsync(done.Task); break;
                case Failed failed: HandleChildFailure(failed); break;
                case DeathNotice notice: HandleDeath(notice.Actor, notice.ExistenceConfirmed); break;
                case Watch watch: AddWatcher(watch.Watcher); break;
                case Unwatch unwatch: RemoveWatcher(unwatch.Watcher); break;
                case Recreate recreate: Restart(recreate.Cause); break;
                case Suspend: SuspendWithChildren(); break;
                case Resume resume: ResumeWithChildren(resume.CausedByFailure); break;
                case StopNow: Terminate(); break;
            }
        }
        catch (Exception cause)
        {
            Fail(cause, message is Failed { Child: { } child } ? child : this);
        }
    }

    private void Defer(SystemMessage message)
    {
        message.Next = Extras.Deferred;
        Extras.Deferred = message;
    }

    private SystemMessage? TakeDeferredBefore(SystemMessage? rest)
    {
        if (_extras is not { Deferred: { } latest }) return rest;

        _extras.Deferred = null;
        for (var message = latest; message is not null;)
        {
            var earlier = message.Next;
            message.Next = rest;
            rest = message;
            message = earlier;
        }

        return rest;
    }
}
