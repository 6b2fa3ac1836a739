using ActorTerm.Actors.Event;

namespace ActorTerm.Actors;

// Failing, and being restarted or resumed for it.
internal sealed partial class ActorCell
{
    private bool IsFailed => _extras?.Fault is not null;

    /// <summary>The actor waits, its children with it, until the parent has decided.</summary>
    /// <param name="perpetrator">Who failed first: this actor, or the child whose failure it could not decide.</param>
    /// <param name="suspended">Children that wait already.</param>
    private void Fail(Exception cause, ActorCell perpetrator, ActorCell[]? suspended = null)
    {
        if (IsFailed) return;

        Extras.Fault = new Fault(perpetrator, RunFrame.OfThread.InHand?.Copy());
        SuspendUserMail();
        foreach (var child in AllChildren())
        {
            if (child != perpetrator && suspended?.Contains(child) != true) child.SendSystem(new Suspend());
        }

        if (_parent is not null) _parent.SendSystem(new Failed(this, cause));
        else SendSystem(new StopNow());                     // nobody is above the root
    }

    private void HandleChildFailure(Failed failed)
    {
        if (_extras?.Children is not { } children || !children.Contains(failed.Child)) return;   // it is gone meanwhile

        var strategy = Extras.Strategy ??= _props.SupervisorStrategy ?? _actor!.Supervision();
        if (!strategy.HandleFailure(this, failed.Child, failed.Cause)) Fail(failed.Cause, failed.Child);
    }

    private void SuspendWithChildren()
    {
        SuspendUserMail();
        foreach (var child in AllChildren()) child.SendSystem(new Suspend());
    }

    private void ResumeWithChildren(Exception? causedByFailure)
    {
        if (_actor is null)
        {
            CreateAgain();
            return;
        }

        var perpetrator = _extras?.Fault?.Perpetrator;
        ResumeUserMail();
        if (causedByFailure is not null && _extras is not null) _extras.Fault = null;
        foreach (var child in AllChildren()) child.SendSystem(new Resume(child == perpetrator ? causedByFailure : null));
    }

    private void Restart(Exception cause)
    {
        if (_actor is null)
        {
            CreateAgain();
            return;
        }

        var inHand = RunFrame.OfThread.InHand = _extras?.Fault?.InHand;
        try
        {
            _extras?.Timers?.CancelAll();
            _actor.EndBeforeRestart(cause, inHand?.Message);
        }
        catch (Exception e)
        {
            Publish(new Error(e, Path.ToString(), _props.Type, $"PreRestart failed: {e.Message}"));
        }

        _extras?.Stash?.UnstashAll();
        ReleaseInstance();
        if (_extras?.Children?.Await(AfterChildren.Restart, cause) is null) FinishRestart(cause);
    }

    private void FinishRestart(Exception cause)
    {
        var survivors = AllChildren();                      // before the new instance makes new ones
        try
        {
            ResumeUserMail();
            if (_extras is not null) _extras.Fault = null;

            // The old instance stays in its place until there is a new one, and is the one that PostStop is called on when there is not.
            _actor = NewInstance();
            _actor.StartAfterRestart(cause);
            _extras?.IdleClock?.Touch(influences: true);
            foreach (var child in survivors) child.SendSystem(new Recreate(cause));
        }
        catch (Exception e)
        {
            Fail(new PostRestartException(this, e, cause), this, survivors);
        }
    }

    /// <summary>It failed while being made, and is to be tried once more: whatever children it had made go first.</summary>
    private void CreateAgain()
    {
        _extras?.IdleClock?.Stop();
        foreach (var child in AllChildren()) Stop(child);
        if (_extras?.Children?.Await(AfterChildren.Create, cause: null) is null) FinishCreate();
    }

    private void FinishCreate()
    {
        ResumeUserMail();
        if (_extras is not null) _extras.Fault = null;
        Create();
    }
}
