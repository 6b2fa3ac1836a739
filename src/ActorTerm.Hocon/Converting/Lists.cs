namespace ActorTerm.Hocon.Converting;

/// <summary>Lists of one kind of element. An object with numeric keys counts as a list.</summary>
internal static class Lists
{
    public static IReadOnlyList<T> Of<T>(HoconValue value, string path, Func<HoconValue, string, T> element)
    {
        var elements = value as IReadOnlyList<HoconValue> ?? Numbered(value as HoconObject) ?? throw Scalars.Wrong(value, path, "a list");
        return [.. elements.Select((e, i) => element(e, $"{path}[{i}]"))];
    }

    public static Config Object(HoconValue value, string path) =>
        value is HoconObject o ? Config.Of(o) : throw Scalars.Wrong(value, path, "an object");

    private static IReadOnlyList<HoconValue>? Numbered(HoconObject? value) =>
        value is null ? null : NumericKeys.ListOf(value.Select(f => (f.Key, f.Value)));
}
