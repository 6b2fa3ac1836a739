namespace ActorTerm.Language;

/// <summary>A part of a parsed text. Trees are immutable once parsed and shared by every evaluation.</summary>
public abstract class Node
{
    private protected Node(int offset, bool hasCalls)
    {
        Offset = offset;
        HasCalls = hasCalls;
    }

    /// <summary>Where it begins, in UTF-16 units.</summary>
    public int Offset { get; }

    /// <summary>A call stands in it somewhere, so its value may have to be awaited.</summary>
    internal bool HasCalls { get; }

    /// <summary>The nodes directly in it, in the order of the text.</summary>
    internal virtual IEnumerable<Node> Children => [];

    /// <summary>The canonical text, which parses to an equal tree.</summary>
    public override string ToString() => Printer.Print(this);
}
