namespace ActorTerm.Actors;

// The children, and this actor as one of its parent's.
internal sealed partial class ActorCell
{
    public ref ActorCell? PreviousSibling => ref _previousSibling;

    public ref ActorCell? NextSibling => ref _nextSibling;

    public ref bool IsStoppingChild => ref _isStoppingChild;

    public IActorRef ActorOf(Props props, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(props);
        if ((_state & Childless) != 0) throw new InvalidOperationException($"{Path} is ending and makes no more children");

        var child = Children.Add(_system, this, props, name);
        for (var i = 0; IsFailed && i < _suspensions; i++) child.SendSystem(new Suspend());
        child.Begin();
        return child;
    }

    public IActorRef Child(string name) => _extras?.Children?.Find(name) ?? (IActorRef)ActorRefs.Nobody;

    public IEnumerable<IActorRef> GetChildren() => AllChildren();

    public ActorCell[] AllChildren() => _extras?.Children?.All() ?? [];

    public void Stop(IActorRef child)
    {
        var target = IInternalActorRef.Of(child);
        if (target is ActorCell { _parent: { } parent } cell && parent == this) Children.MarkStopping(cell);
        target.SendSystem(new StopNow());
    }

    /// <summary>Only while the system is being made: the root has not begun, so this one is begun here.</summary>
    public ActorCell AddGuardian(Props props, string name)
    {
        var guardian = Children.Add(_system, this, props, name);
        guardian.Begin();
        return guardian;
    }

    public bool Owns(IActorRef actor) => IInternalActorRef.Of(actor) is ActorCell cell && cell._parent == this;

    public RestartHistory RestartHistoryOf(ActorCell child) => Children.RestartHistoryOf(child);

    private ChildTable Children => Extras.Children ?? MakeChildren();

    // /user and /system are given children by any thread, also while they start.
    private ChildTable MakeChildren() => Interlocked.CompareExchange(ref Extras.Children, new ChildTable(), null) ?? Extras.Children;

    /// <summary>A child has ended; when the actor waited for that, it goes on.</summary>
    private void RemoveChild(ActorCell child)
    {
        var children = _extras!.Children!;
        switch (children.Remove(child))
        {
            case AfterChildren.Create: FinishCreate(); break;
            case AfterChildren.Restart: FinishRestart(children.RestartCause!); break;
            case AfterChildren.Terminate: FinishTerminate(); break;
        }
    }
}
