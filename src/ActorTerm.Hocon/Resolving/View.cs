namespace ActorTerm.Hocon.Resolving;

/// <summary>A value as far as it has been looked at: what is inside an object or a list is looked at only when needed.</summary>
internal abstract class View
{
    /// <summary>The finished tree, once it is made.</summary>
    public HoconValue? Tree { get; set; }

    /// <summary>Is its tree being made? Coming here again then means that the value contains itself.</summary>
    public bool InTheMaking { get; set; }

    public abstract ValueShape Shape { get; }
}

internal sealed class ScalarView : View
{
    public ScalarView(HoconScalar value) => Tree = Value = value;

    public HoconScalar Value { get; }

    public override ValueShape Shape => ValueShape.Simple;
}

internal sealed class ArrayView(IReadOnlyList<Slot> elements, Origin origin) : View
{
    public IReadOnlyList<Slot> Elements { get; } = elements;

    public Origin Origin { get; } = origin;

    public override ValueShape Shape => ValueShape.List;
}

/// <summary>An object merged from its layers.</summary>
internal sealed class ObjectView(OrderedDictionary<string, Slot> slots, Origin origin) : View
{
    public OrderedDictionary<string, Slot> Slots { get; } = slots;

    public Origin Origin { get; } = origin;

    public override ValueShape Shape => ValueShape.Object;
}

/// <summary>An object literal that has not been merged with what else its field has.</summary>
internal sealed class LiteralView(ObjectLiteral literal, Guard? guard) : View
{
    public ObjectLiteral Literal { get; } = literal;

    public Guard? Guard { get; } = guard;

    public override ValueShape Shape => ValueShape.Object;
}
