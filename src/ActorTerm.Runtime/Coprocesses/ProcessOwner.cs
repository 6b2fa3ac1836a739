using ActorTerm.Pty.Piping;

namespace ActorTerm.Runtime.Coprocesses;

/// <summary>Sees to it that a process ends with its actor, even one that is being started while the actor stops. Safe for threads.</summary>
internal sealed class ProcessOwner
{
    private readonly Lock _gate = new();
    private IPipedProcess? _process;
    private bool _isGone;

    public void Take(IPipedProcess process)
    {
        lock (_gate)
        {
            _process = process;
            if (_isGone) _ = process.DisposeAsync().AsTask();
        }
    }

    public void LetGo()
    {
        lock (_gate)
        {
            _isGone = true;
            _ = _process?.DisposeAsync().AsTask();
        }
    }
}
