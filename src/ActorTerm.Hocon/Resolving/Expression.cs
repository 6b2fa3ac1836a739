namespace ActorTerm.Hocon.Resolving;

/// <summary>A value as it was parsed: its substitutions still to be looked up. Immutable once parsed; identity matters.</summary>
internal abstract class Expression(Origin origin)
{
    public Origin Origin { get; } = origin;
}

/// <summary>A value that needs no resolving.</summary>
internal sealed class Literal(HoconValue value) : Expression(value.Origin)
{
    public HoconValue Value { get; } = value;
}

/// <summary>Space between the parts of a concatenation: part of a string, nothing between objects or lists.</summary>
internal sealed class Space(string text, Origin origin) : Expression(origin)
{
    public string Text { get; } = text;
}

internal sealed class ArrayLiteral(IReadOnlyList<Expression> elements, Origin origin) : Expression(origin)
{
    public IReadOnlyList<Expression> Elements { get; } = elements;
}

/// <summary>Fields in the order of the text; a key may stand in several of them, later ones override or merge.</summary>
internal sealed class ObjectLiteral(IReadOnlyList<FieldLiteral> fields, Origin origin) : Expression(origin)
{
    public IReadOnlyList<FieldLiteral> Fields { get; } = fields;
}

internal readonly record struct FieldLiteral(string Key, Origin KeyOrigin, Expression Value, string Comment = "");

/// <summary>Values side by side, at least one of them a substitution.</summary>
internal sealed class Concatenation(IReadOnlyList<Expression> parts, Origin origin) : Expression(origin)
{
    public IReadOnlyList<Expression> Parts { get; } = parts;
}

/// <summary><c>+= element</c>: what the field had before, and the element after it.</summary>
internal sealed class Append(Expression element, Origin origin) : Expression(origin)
{
    public Expression Element { get; } = element;
}

/// <summary><c>${path}</c>.</summary>
/// <param name="path">From the root of the whole configuration.</param>
/// <param name="inInclude">The same path from where the file that says it was included, looked up first; null outside includes.</param>
/// <param name="optional">Was it <c>${?path}</c>?</param>
internal sealed class Substitution(HoconPath path, HoconPath? inInclude, bool optional, Origin origin) : Expression(origin)
{
    public HoconPath Path { get; } = path;

    public HoconPath? InInclude { get; } = inInclude;

    public bool IsOptional { get; } = optional;

    public override string ToString() => $"${{{(IsOptional ? "?" : "")}{Path}}}";
}
