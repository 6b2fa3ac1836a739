namespace ActorTerm.Hocon.Resolving;

/// <summary>What decides with what a value can be joined. HOCON.md, section "Value concatenation".</summary>
internal enum ValueShape
{
    Simple,
    List,
    Object,
}

internal static class Joining
{
    /// <param name="shape">Null for space between values, which joins with everything.</param>
    /// <exception cref="HoconException">Values side by side must all be simple, all lists or all objects.</exception>
    public static void Check(ValueShape? first, ValueShape? shape, Origin origin)
    {
        if (shape is null || shape == first) return;

        throw new HoconException(origin, $"expected {Named(first)} beside the value before it, found {Named(shape)}");
    }

    private static string Named(ValueShape? shape) => shape switch
    {
        ValueShape.Object => "an object",
        ValueShape.List => "a list",
        _ => "a string, number, boolean or null",
    };
}
