namespace ActorTerm.Runtime.Connections;

/// <summary>The bounds of script connections; <c>actorterm.api</c> in reference.conf.</summary>
public sealed record ConnectionSettings
{
    /// <summary>Scripts connected at once. At the bound a connection is refused with the reason.</summary>
    public int MaxConnections { get; init; } = 4096;

    /// <summary>Subscriptions of one connection. At the bound a further one is refused as a bad identifier.</summary>
    public int MaxSubscriptions { get; init; } = 10_000;

    /// <summary>
    /// Calls of one connection that were given up and whose late answer is still counted, 0 to 1,000,000; default 1,024: a script is late by
    /// seconds, not by thousands of calls. At the bound the oldest is forgotten, and its late answer is acknowledged and dropped.
    /// </summary>
    public int MaxLateCalls { get; init; } = 1_024;

    /// <summary>How long a request to another part of the host may take before the script gets an error. Invocations have limits of their own.</summary>
    public TimeSpan ReplyTimeout { get; init; } = TimeSpan.FromMinutes(1);
}
