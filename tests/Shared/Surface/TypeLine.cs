namespace ActorTerm.Surface;

/// <summary>One type.</summary>
/// <param name="Kind">class, struct, interface, enum or delegate.</param>
/// <param name="Bases">Base class and interfaces of the engine that it can be used as.</param>
internal sealed record TypeLine(string Name, string Kind, bool Derivable, bool Abstract, IReadOnlyList<string> Bases)
{
    /// <summary>What tells a type's line from a member's.</summary>
    public const string Mark = "type ";

    private const string Derivables = "derivable ";
    private const string Abstracts = "abstract ";

    public static TypeLine Of(Type type)
    {
        var bases = type.GetInterfaces().Concat(Ancestors(type)).Where(each => each.IsVisible);
        return new TypeLine(
            SignatureText.Of(type), KindOf(type), type is { IsSealed: false, IsClass: true }, type is { IsAbstract: true, IsSealed: false, IsClass: true },
            [.. bases.Select(SignatureText.Of).Where(SignatureText.IsOfEngine).Distinct().Order(StringComparer.Ordinal)]);
    }

    public static TypeLine Parse(string name, string rest)
    {
        rest = rest[Mark.Length..];
        var derivable = Take(ref rest, Derivables);
        var isAbstract = Take(ref rest, Abstracts);
        var parts = rest.Split(" : ");
        return new TypeLine(name, parts[0], derivable, isAbstract, parts.Length > 1 ? parts[1].Split(" & ") : []);
    }

    /// <summary>Whoever uses the other can use this instead.</summary>
    public bool Covers(TypeLine other) =>
        Kind == other.Kind && (Derivable || !other.Derivable) && (!Abstract || other.Abstract) && other.Bases.All(Bases.Contains);

    public override string ToString() =>
        $"{Name}: {Mark}{(Derivable ? Derivables : "")}{(Abstract ? Abstracts : "")}{Kind}{(Bases.Count > 0 ? " : " + string.Join(" & ", Bases) : "")}";

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (var each = type.BaseType; each is not null; each = each.BaseType) yield return each;
    }

    private static string KindOf(Type type) =>
        type.IsInterface ? "interface"
        : type.IsEnum ? "enum"
        : type.IsValueType ? "struct"
        : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
        : "class";

    private static bool Take(ref string rest, string mark)
    {
        if (!rest.StartsWith(mark, StringComparison.Ordinal)) return false;
        rest = rest[mark.Length..];
        return true;
    }
}
