using System.Globalization;

namespace ActorTerm.Hocon;

/// <summary>
/// An object stands for a list where one is wanted and some of its keys are numbers: the list of those fields' values, by number. Other
/// keys are ignored, gaps closed. HOCON.md, section "Conversion of numerically-indexed objects to arrays".
/// </summary>
internal static class NumericKeys
{
    /// <returns>Null when no key is a number.</returns>
    public static IReadOnlyList<T>? ListOf<T>(IEnumerable<(string Key, T Value)> fields)
    {
        var numbered = new List<(int Number, T Value)>();
        foreach (var (key, value) in fields)
            if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) numbered.Add((number, value));

        return numbered.Count == 0 ? null : [.. numbered.OrderBy(n => n.Number).Select(n => n.Value)];
    }
}
