namespace ActorTerm.Client;

/// <summary>Finds what people mean by an id, a unique beginning of one, or a name.</summary>
internal static class IdSelector
{
    /// <param name="kind">For the message: <c>session</c>.</param>
    /// <param name="text">A whole id wins over a name, and a name over the beginning of an id. Ids are compared without regard to case.</param>
    /// <exception cref="SelectionException">None, or several.</exception>
    public static T Pick<T>(string kind, string text, IReadOnlyCollection<T> items, Func<T, string> id, Func<T, string> name)
    {
        var found = Matching(text, items, id, name);
        return found.Count switch
        {
            1 => found[0],
            0 => throw new SelectionException(items.Count == 0 ? $"there is no {kind}" : $"there is no {kind} `{text}`"),
            _ => throw new SelectionException($"`{text}` can mean {found.Count} {kind}s: {string.Join(", ", found.Take(Shown).Select(id))}{(found.Count > Shown ? ", ..." : "")}"),
        };
    }

    /// <summary>How many of several are named.</summary>
    private const int Shown = 5;

    private static List<T> Matching<T>(string text, IReadOnlyCollection<T> items, Func<T, string> id, Func<T, string> name)
    {
        Func<T, bool>[] rules =
        [
            item => string.Equals(id(item), text, StringComparison.OrdinalIgnoreCase),
            item => name(item) == text,
            item => text.Length > 0 && id(item).StartsWith(text, StringComparison.OrdinalIgnoreCase),
            item => text.Length > 0 && id(item).StartsWith($"pty-{text}", StringComparison.OrdinalIgnoreCase),
        ];
        return rules.Select(rule => items.Where(rule).ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
    }
}
