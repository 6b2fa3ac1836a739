namespace ActorTerm.Pty.Reactor;

/// <summary>
/// How much each connection may read in its turn: the largest turn divided by the connections that are in one. So a session alone reads in
/// large turns, and among a hundred floods the one with a key press waits for short ones.
/// </summary>
internal sealed class TurnShare(int minimum, int maximum)
{
    private int _inTurn;

    /// <summary>Bytes, between the two bounds.</summary>
    public int Budget => Math.Clamp(maximum / Math.Max(1, Volatile.Read(ref _inTurn)), minimum, maximum);

    /// <summary>A connection was signalled.</summary>
    public void Enter() => Interlocked.Increment(ref _inTurn);

    /// <summary>A connection was armed again, or is gone.</summary>
    public void Leave() => Interlocked.Decrement(ref _inTurn);
}
