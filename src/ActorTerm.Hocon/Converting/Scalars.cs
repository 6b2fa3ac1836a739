using System.Globalization;
using ActorTerm.Hocon.Parsing;

namespace ActorTerm.Hocon.Converting;

/// <summary>Strings, numbers and booleans, each from the others where HOCON converts them.</summary>
internal static class Scalars
{
    public static string String(HoconValue value, string path) =>
        value is HoconScalar and not HoconNull ? ((HoconScalar)value).Text : throw Wrong(value, path, "a string");

    public static long Whole(HoconValue value, string path, long least, long greatest)
    {
        var expected = least == long.MinValue ? "a whole number" : $"a whole number from {least} to {greatest}";
        if (NumberText(value) is not { } text) throw Wrong(value, path, expected);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && whole >= least && whole <= greatest)
            return whole;

        // Written as 1e3 or 2.0.
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) &&
            number == decimal.Truncate(number) && number >= least && number <= greatest
                ? (long)number
                : throw Wrong(value, path, expected);
    }

    public static double Double(HoconValue value, string path) =>
        NumberText(value) is { } text && double.Parse(text, CultureInfo.InvariantCulture) is var number && double.IsFinite(number)
            ? number
            : throw Wrong(value, path, "a number");

    public static bool Boolean(HoconValue value, string path) => value switch
    {
        HoconBoolean b => b.Value,
        HoconString { Text: "true" or "yes" or "on" } => true,
        HoconString { Text: "false" or "no" or "off" } => false,
        _ => throw Wrong(value, path, "true or false (also yes, no, on, off)"),
    };

    /// <summary>The complaint that a value is of another kind than was asked for.</summary>
    public static HoconException Wrong(HoconValue value, string path, string expected)
    {
        var found = value is HoconNumber or HoconBoolean or HoconString { Text.Length: <= 60 } ? $"{value.Kind}: {value}" : value.Kind;
        return new HoconException(value.Origin, $"expected {expected} for '{path}', found {found}");
    }

    /// <summary>A number, or a string that JSON would take for one.</summary>
    private static string? NumberText(HoconValue value) => value switch
    {
        HoconNumber number => number.Text,
        HoconString s when NumberGrammar.IsNumber(s.Text) => s.Text,
        _ => null,
    };
}
