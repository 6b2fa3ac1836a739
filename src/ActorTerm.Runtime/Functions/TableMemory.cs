namespace ActorTerm.Runtime.Functions;

/// <summary>What the table must still know when it has failed and been made anew: scripts do not register twice.</summary>
internal sealed class TableMemory(FunctionSettings settings)
{
    public FunctionTable Table { get; } = new(settings);

    public Dictionary<FunctionEntry, IActorRef> Functions { get; } = [];

    /// <summary>Functions that end when <c>/invocations</c> has taken routes of that version.</summary>
    public Queue<(long Version, IActorRef Function)> Leaving { get; } = new();

    /// <summary>By full name: who waits for a function of it.</summary>
    public Dictionary<string, HashSet<IActorRef>> Awaited { get; } = [];

    public FunctionsProtocol.Routes Routes { get; set; } = FunctionsProtocol.Routes.None;

    public long LastFunction { get; set; }
}
