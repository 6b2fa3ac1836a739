namespace ActorTerm.Actors;

/// <summary>The stash of one incarnation.</summary>
internal sealed class MessageStash(ActorCell cell) : IStash
{
    private readonly LinkedList<MailboxNode> _stashed = [];
    private bool _currentIsStashed;

    public int Count => _stashed.Count;

    public bool IsEmpty => _stashed.Count == 0;

    public bool NonEmpty => _stashed.Count > 0;

    public bool IsFull => false;

    public int Capacity => -1;

    public void Stash()
    {
        var node = cell.CopyInHand();
        if (_currentIsStashed) throw new IllegalActorStateException($"{cell.Path} stashes the same message twice: {node.Message}");

        _currentIsStashed = true;
        _stashed.AddLast(node);
    }

    public void Unstash()
    {
        if (_stashed.First is not { } oldest) return;
        _stashed.RemoveFirst();
        cell.PutBack(oldest.Value);
    }

    public void UnstashAll()
    {
        while (_stashed.Last is { } latest)
        {
            _stashed.RemoveLast();
            cell.PutBack(latest.Value);
        }
    }

    public void NextMessage() => _currentIsStashed = false;

    public IEnumerable<Envelope> ClearStash()
    {
        var all = _stashed.Select(node => new Envelope(node.Message!, node.Sender ?? cell.System.DeadLetters)).ToArray();
        _stashed.Clear();
        return all;
    }
}
