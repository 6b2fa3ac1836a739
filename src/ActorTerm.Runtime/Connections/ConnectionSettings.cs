namespace ActorTerm.Runtime.Connections;

/// <summary>The bounds of script connections; <c>actorterm.api</c> in reference.conf.</summary>
public sealed record ConnectionSettings
{
    /// <summary>Scripts connected at once. At the bound a connection is refused with the reason.</summary>
    public int MaxConnections { get; init; } = 4096;

    /// <summary>Subscriptions of one connection. At the bound a further one is refused as a bad identifier.</summary>
    public int MaxSubscriptions { get; init; } = 10_000;

    /// <summary>How long a request to another part of the host may take before the script gets an error. Invocations have limits of their own.</summary>
    public TimeSpan ReplyTimeout { get; init; } = TimeSpan.FromMinutes(1);
}
