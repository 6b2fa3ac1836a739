namespace ActorTerm.Runtime.Identities;

/// <summary>Names one composed invocation on this host; made in rising order from 1.</summary>
public readonly record struct InvocationId(long Number)
{
    private static long _last;

    public static InvocationId Next() => new(Interlocked.Increment(ref _last));

    public override string ToString() => $"inv-{Number}";
}
