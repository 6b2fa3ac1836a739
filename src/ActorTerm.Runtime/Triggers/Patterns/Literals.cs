namespace ActorTerm.Runtime.Triggers.Patterns;

/// <summary>What a text must hold to match a pattern at all: at least one of these. The shortest says how much knowing them is worth.</summary>
/// <param name="Any">Never empty, and none of them is.</param>
/// <param name="IgnoreCase">Their ASCII letters may be in either case.</param>
internal sealed record Literals(IReadOnlyList<string> Any, bool IgnoreCase)
{
    /// <summary>Beyond so many alternatives, looking for them costs as much as the pattern itself.</summary>
    private const int MaxAlternatives = 16;

    private int Shortest => Any.Min(text => text.Length);

    /// <summary>Of two conditions that both must hold, the one that more texts fail.</summary>
    public static Literals? Stricter(Literals? one, Literals? other)
    {
        if (one is null || other is null) return one ?? other;
        if (one.Shortest != other.Shortest) return one.Shortest > other.Shortest ? one : other;
        return one.Any.Count <= other.Any.Count ? one : other;
    }

    /// <summary>Of two conditions either of which may hold, the one that says both.</summary>
    public static Literals? Either(Literals? one, Literals? other)
    {
        if (one is null || other is null || one.Any.Count + other.Any.Count > MaxAlternatives) return null;
        return new Literals([.. one.Any, .. other.Any], one.IgnoreCase || other.IgnoreCase);
    }

    public bool IsIn(ReadOnlySpan<char> text)
    {
        var comparison = IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        foreach (var one in Any)
        {
            if (text.Contains(one, comparison)) return true;
        }

        return false;
    }
}
