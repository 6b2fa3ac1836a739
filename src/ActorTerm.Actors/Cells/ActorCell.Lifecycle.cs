using ActorTerm.Actors.Event;

namespace ActorTerm.Actors;

// The beginning and the end of an actor.
internal sealed partial class ActorCell
{
    private bool IsGuardian => _parent?._parent is null;

    private void Create()
    {
        _started = true;
        try
        {
            _actor = NewInstance();
            _actor.Start();
            _extras?.IdleClock?.Touch(influences: true);
        }
        catch (Exception cause)
        {
            ReleaseInstance();
            _actor = null;                                  // so that no PostStop runs on it
            Fail(new ActorInitializationException(this, $"could not be started: {cause.Message}", cause), this);
        }
    }

    private ActorBase NewInstance()
    {
        var actor = _props.Producer.Produce()
            ?? throw new ActorInitializationException(this, $"the producer of {_props.Type} made null");
        actor.Complete();
        if (actor is IActorStash stashing) stashing.Stash = Extras.Stash = new MessageStash(this);
        return actor;
    }

    /// <summary>An incarnation is over: nothing of it may fire or be handled later.</summary>
    private void ReleaseInstance()
    {
        if (_extras is { } extras)
        {
            extras.Timers?.CancelAll();
            extras.Timers = null;
            extras.Strategy = null;
        }

        if (_actor is not null) _props.Producer.Release(_actor);
    }

    private void Terminate()
    {
        _extras?.IdleClock?.Stop();
        UnwatchAll();
        foreach (var child in AllChildren()) Stop(child);

        if (_extras?.Children is { } children && children.Await(AfterChildren.Terminate, cause: null) is { } before)
        {
            if (before == AfterChildren.Terminate) return;  // told to stop twice
            SuspendUserMail();
            Extras.Fault ??= new Fault(this, null);   // what fails from here on is nobody's business
            return;
        }

        FinishTerminate();
    }

    private void FinishTerminate()
    {
        var actor = _actor;
        _state |= Childless;
        _extras?.Children?.Close();
        try
        {
            _extras?.Timers?.CancelAll();
            actor?.End();
        }
        catch (Exception cause)
        {
            Publish(new Error(cause, Path.ToString(), _props.Type, $"PostStop failed: {cause.Message}"));
        }

        _extras?.Stash?.UnstashAll();
        ReleaseInstance();
        _actor = null;
        CloseMailbox();
        _parent?.SendSystem(new DeathNotice(this, existenceConfirmed: true));
        TellWatchers();
        UnwatchAll();
        if (!IsGuardian) _extras = null;                    // somebody may be asking it for a child right now
        if (_parent is null) _system.Terminated();
    }
}
