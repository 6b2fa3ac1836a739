namespace ActorTerm.Hocon.Resolving;

/// <summary>
/// A place for a value: a field or a list element. It holds all that was said about it, lowest first; the value is found from the top
/// down: the first that is no object, or the merge of the objects above it.
/// </summary>
internal sealed class Slot
{
    public List<Entry> Entries { get; } = [];

    /// <summary>Where the key last stood.</summary>
    public Origin? KeyOrigin { get; set; }

    /// <summary>What was last written above the key.</summary>
    public string Comment { get; set; } = "";

    /// <summary>Has the value of all entries been found, without anything hidden at the time?</summary>
    public bool IsKnown { get; set; }

    public View? Value { get; set; }
}

/// <summary>One thing said about a slot: a definition of its own, or the value of the same field in an object that was referred to.</summary>
/// <param name="Guard">What a definition inside a list has around it.</param>
internal readonly record struct Entry(Definition? Definition, Slot? Elsewhere, Guard? Guard);

/// <summary>An expression and, once evaluated, its value: each is evaluated once, as the specification wants.</summary>
internal sealed class Definition(Expression expression)
{
    public Expression Expression { get; } = expression;

    /// <summary>While it is, substitutions see neither it nor what overrides it: that is how a field refers to its older value.</summary>
    public bool InProgress { get; set; }

    public bool IsKnown { get; set; }

    /// <summary>Null when undefined: optional substitutions that found nothing.</summary>
    public View? Value { get; set; }
}

/// <summary>
/// The definition around a list that is part of a concatenation. It counts as in progress whenever an element is evaluated, however
/// late, so that <c>a = ${a} [${a}]</c> looks back in both places.
/// </summary>
internal sealed record Guard(Definition Definition, Guard? Outer);
