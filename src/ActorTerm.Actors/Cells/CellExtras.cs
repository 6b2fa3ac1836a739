namespace ActorTerm.Actors;

/// <summary>What an actor may need beside a mailbox; each part is made when it is first needed. Used on the actor's turn only, but for
/// the children, which guard themselves.</summary>
internal sealed class CellExtras
{
    public ChildTable? Children;
    public DeathWatch? DeathWatch;
    public Fault? Fault;                                    // not null: failed, or stopping, and not to fail again
    public ActorTimers? Timers;
    public IdleClock? IdleClock;
    public MessageStash? Stash;
    public AsyncTurn? AsyncTurn;
    public MailboxNode? PutBack;                            // unstashed: comes before the mailbox, the latest first
    public SystemMessage? Deferred;                         // waits until the actor is no longer suspended, the latest first
    public SupervisorStrategy? Strategy;                    // of this incarnation
}
