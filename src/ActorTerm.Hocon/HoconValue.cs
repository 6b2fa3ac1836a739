namespace ActorTerm.Hocon;

/// <summary>
/// A resolved value with the place it was written at. Values are immutable and equal by content: neither the place nor the order of
/// an object's fields counts.
/// </summary>
public abstract class HoconValue : IEquatable<HoconValue>
{
    private protected HoconValue(Origin origin) => Origin = origin;

    public Origin Origin { get; }

    /// <summary>The kind in words, with its article: "a number".</summary>
    public abstract string Kind { get; }

    /// <summary>Values in this tree, itself included.</summary>
    internal virtual long Size => 1;

    /// <summary>Levels of this tree, itself included.</summary>
    internal virtual int Height => 1;

    public abstract bool Equals(HoconValue? other);

    public sealed override bool Equals(object? obj) => Equals(obj as HoconValue);

    public abstract override int GetHashCode();

    /// <summary>HOCON text which, parsed again, gives an equal value (an object without the braces of its root).</summary>
    public sealed override string ToString() => HoconRenderer.Render(this);
}
