namespace ActorTerm.Runtime.Connections;

/// <summary>
/// Calls that were sent to a script and where their answers go. Those nobody waits for any more are remembered for a while, so that a late
/// answer reaches the function that counts it.
/// </summary>
/// <param name="maxLate">Forgotten calls remembered; older ones are dropped.</param>
internal sealed class ScriptCalls(int maxLate)
{
    private readonly Dictionary<long, IActorRef> _functions = [];   // bounded by the calls in flight that functions admit, and by the above
    private readonly Queue<long> _forgotten = new();

    public int Count => _functions.Count;

    public void Add(long call, IActorRef function) => _functions[call] = function;

    /// <summary>Its function has stopped waiting.</summary>
    public void Forget(long call)
    {
        if (!_functions.ContainsKey(call)) return;

        _forgotten.Enqueue(call);
        if (_forgotten.Count > maxLate) _functions.Remove(_forgotten.Dequeue());
    }

    /// <summary>The script has answered. Null when the answer belongs to nobody.</summary>
    public IActorRef? Take(long call) => _functions.Remove(call, out var function) ? function : null;
}
