namespace ActorTerm.Actors;

/// <summary>Puts messages aside until they can be handled. Not usable before PreStart.</summary>
public interface IStash
{
    int Count { get; }

    bool IsEmpty { get; }

    bool NonEmpty { get; }

    /// <summary>Always false: the stash is unbounded, its actor bounds what it admits.</summary>
    bool IsFull { get; }

    /// <summary>-1: unbounded.</summary>
    int Capacity { get; }

    /// <summary>Puts the message in hand aside.</summary>
    /// <exception cref="IllegalActorStateException">It is aside already.</exception>
    void Stash();

    /// <summary>Puts the oldest message before all that is in the mailbox.</summary>
    void Unstash();

    /// <summary>Puts all messages, oldest first, before all that is in the mailbox.</summary>
    void UnstashAll();

    /// <summary>Empties the stash and returns what was in it, oldest first.</summary>
    IEnumerable<Envelope> ClearStash();
}
