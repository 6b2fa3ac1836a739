namespace ActorTerm.Runtime.Identities;

/// <summary>Names one script connection on this host; made in rising order from 1.</summary>
public readonly record struct ConnectionId(long Number)
{
    private static long _last;

    public static ConnectionId Next() => new(Interlocked.Increment(ref _last));

    /// <summary>The actor's name under <c>/connections</c>.</summary>
    public string ActorName => $"conn-{Number}";

    public override string ToString() => ActorName;
}
