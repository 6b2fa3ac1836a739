namespace ActorTerm.Runtime.Functions;

/// <summary>What a function must still know when it, or the table above it, has failed and been made anew: who waits for which call.</summary>
internal sealed class FunctionCalls
{
    /// <summary>By number. Bounded: actorterm.functions.max-in-flight-per-function.</summary>
    public Dictionary<long, (IActorRef Caller, TimeSpan Since)> Callers { get; } = [];

    /// <summary>No new call comes any more; the function ends with the last one.</summary>
    public bool IsRetired { get; set; }
}
