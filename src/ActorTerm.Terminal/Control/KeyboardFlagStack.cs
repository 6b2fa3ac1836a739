using ActorTerm.Terminal.Keys;

namespace ActorTerm.Terminal.Control;

/// <summary>The flags of the kitty keyboard protocol on one screen: what is in force, and what push put below it.</summary>
internal sealed class KeyboardFlagStack
{
    /// <summary>Entries kept; the oldest goes when one more is pushed. Programs nest three deep at most.</summary>
    private const int Depth = 16;

    private List<KittyKeyboardFlags>? _below;      // null until a program pushes

    public KittyKeyboardFlags Current { get; set; }

    public void Push(KittyKeyboardFlags flags)
    {
        _below ??= [];
        if (_below.Count == Depth) _below.RemoveAt(0);
        _below.Add(Current);
        Current = flags;
    }

    /// <summary>More than there are empties the stack and clears the flags.</summary>
    public void Pop(int count)
    {
        for (; count > 0 && _below?.Count > 0; count--)
        {
            Current = _below[^1];
            _below.RemoveAt(_below.Count - 1);
        }

        if (count > 0) Current = KittyKeyboardFlags.None;
    }
}
