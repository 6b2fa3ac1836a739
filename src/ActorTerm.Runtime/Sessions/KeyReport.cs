using ActorTerm.Runtime.Asking;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

/// <summary>What became of keys that were pressed by request: answered when the last of them is done, the functions that they invoked too.</summary>
internal sealed class KeyReport(AskingProtocol.Asker asker)
{
    private readonly List<TakenKey> _keys = [];
    private int _open = 1;                 // the request itself, until all its keys were pressed

    public void Add(TakenKey key) => _keys.Add(key);

    /// <summary>The last key's binding waits for something.</summary>
    /// <returns>Which key that is, for <see cref="Answered"/>.</returns>
    public int Wait()
    {
        _open++;
        return _keys.Count - 1;
    }

    /// <param name="error">Null when it succeeded; the first error of a key stays.</param>
    public void Answered(int key, string? error, string? traceback)
    {
        if (error is not null && _keys[key].Error is null) _keys[key] = _keys[key] with { Error = error, Traceback = traceback };
        if (--_open == 0) asker.Tell(new KeysTaken(_keys));
    }

    /// <summary>The last key failed at once.</summary>
    public void Fail(string error) => Answered(Wait(), error, null);

    /// <summary>All keys were pressed.</summary>
    public void Close() => Answered(0, null, null);
}
