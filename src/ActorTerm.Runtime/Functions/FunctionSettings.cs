namespace ActorTerm.Runtime.Functions;

/// <summary>Settings under <c>actorterm.functions</c>.</summary>
public sealed record FunctionSettings
{
    /// <summary>Time a function has to answer unless it was registered with a timeout of its own; default 5 s, as iTerm2 promises.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Functions one connection may register, 1 to 1,000,000; default 10,000: a generated binding of a large library fits, a script that
    /// registers in an endless loop does not. At the bound a registration is refused.
    /// </summary>
    public int MaxPerConnection { get; init; } = 10_000;

    /// <summary>
    /// Calls of one function waiting for their answer, 1 to 1,000,000; default 16,384: one slow script must not take every slot of the host.
    /// At the bound a call fails at once as busy.
    /// </summary>
    public int MaxCallsInFlight { get; init; } = 16_384;

    /// <summary>Argument names one function may have, 0 to 10,000; default 256. A registration with more is malformed.</summary>
    public int MaxArguments { get; init; } = 256;
}
