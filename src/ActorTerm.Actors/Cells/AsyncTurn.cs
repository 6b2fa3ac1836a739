namespace ActorTerm.Actors;

/// <summary>
/// Where a handler that awaits goes on: what follows an await comes back as system mail, so it runs on the actor's turn, and not at all
/// when the actor has ended.
/// </summary>
internal sealed class AsyncTurn(ActorCell cell) : SynchronizationContext
{
    /// <summary>What is being handled, from the first await to the end; null between.</summary>
    public MailboxNode? InHand { get; set; }

    public override void Post(SendOrPostCallback d, object? state) => cell.SendSystem(new Continuation(d, state));

    /// <exception cref="NotSupportedException">Always: the actor's turn is not waited for.</exception>
    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("nobody waits for an actor's turn: use Post");

    public override SynchronizationContext CreateCopy() => this;
}
