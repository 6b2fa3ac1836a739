using System.Runtime.CompilerServices;

namespace ActorTerm.Actors;

/// <summary>
/// One actor as the kernel sees it: its reference, its context, its mailbox and its place in the tree. What most actors never need
/// (children, watches, timers, a stash, faults) stands in <see cref="Extras"/> and is made on first use.
/// </summary>
internal sealed partial class ActorCell : IInternalActorRef, IUntypedActorContext, IThreadPoolWorkItem
{
    // In the order in which they lie in memory: references, then numbers, each in the order written. What the actor's own turn reads for
    // every message comes first, what every teller writes comes last of the references, a cache line away.
    private MailboxNode? _taken;                            // the consumer's end of the user mail; in a turn RunFrame.Taken is ahead of it
    private ActorBase? _actor;
    private CellExtras? _extras;
    private SystemMessage? _systemMail;
    private readonly LocalActorSystem _system;
    private readonly Props _props;
    private readonly ActorCell? _parent;                    // null for the root
    private string? _name;                                  // null until asked for, when generated
    private ActorPath? _path;                               // null until asked for
    private ActorCell? _previousSibling;                    // the siblings are the parent's, and guarded by its ChildTable
    private ActorCell? _nextSibling;
    private MailboxNode? _tail;                             // the producers' end of the user mail
    private readonly long _number;                          // given by the parent, never again: the uid, and the generated name
    private int _suspensions;
    private int _state = Scheduled;                         // the first run is its creation: see Begin
    private bool _started;
    private bool _isStoppingChild;                          // the parent's, too

    public ActorCell(LocalActorSystem system, ActorCell? parent, Props props, string? name, long number)
    {
        _system = system;
        _parent = parent;
        _props = props;
        _name = name;
        _number = number;
    }

    public LocalActorSystem System => _system;

    public ActorCell Parent => _parent ?? this;

    public TellScheduler Clock => _system.Clock;

    public string Name => _name ??= ActorName.Generated(_number);

    public ActorPath Path => _path ??= _parent is null ? _system.RootPath : _parent.Path.Child(Name, _system.FirstUid + _number);

    /// <summary>Who told the message in hand; null when nobody did, or none is in hand.</summary>
    public IActorRef? CurrentSender => RunFrame.OfThread is var frame && frame.Cell == this ? frame.InHand?.Sender : null;

    public IActorRef Sender => CurrentSender ?? _system.DeadLetters;

    IActorRef IActorContext.Self => this;

    IActorRef IActorContext.Parent => Parent;

    ActorSystem IActorContext.System => _system;

    Props IActorContext.Props => _props;

    // Also made by whoever adds a child to /user, hence atomically.
    private CellExtras Extras => _extras ?? Interlocked.CompareExchange(ref _extras, new CellExtras(), null) ?? _extras;

    public void Publish(Event.LogEvent logEvent) => _system.EventStream.Publish(logEvent);

    public void Become(Receive receive)
    {
        ArgumentNullException.ThrowIfNull(receive);
        _actor?.Become(new ReceiveBehaviour(receive));
    }

    public void BecomeStacked(Receive receive)
    {
        ArgumentNullException.ThrowIfNull(receive);
        _actor?.BecomeStacked(new ReceiveBehaviour(receive));
    }

    public void UnbecomeStacked() => _actor?.PopBehaviour();

    public int CompareTo(object? obj) => RefOrder.Compare(this, obj);

    public int CompareTo(IActorRef? other) => RefOrder.Compare(this, other);

    // Path and uid name one cell only, so sameness of the object is sameness of both.
    public bool Equals(IActorRef? other) => ReferenceEquals(this, other) || (other is IActorRefStandIn standIn && Equals(standIn.StandsFor));

    public override bool Equals(object? obj) => Equals(obj as IActorRef);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public override string ToString() => "[" + Path.ToStringWithUid() + "]";
}
