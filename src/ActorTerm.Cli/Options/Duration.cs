using System.CommandLine.Parsing;
using System.Globalization;

namespace ActorTerm.Cli.Options;

/// <summary>Times on the command line: a number with <c>ms</c>, <c>s</c>, <c>m</c> or <c>h</c>; without one, seconds.</summary>
internal static class Duration
{
    private static readonly (string Suffix, double Seconds)[] Units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("", 1)];

    public static TimeSpan? Parse(ArgumentResult result)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        foreach (var (suffix, seconds) in Units)
        {
            if (!text.EndsWith(suffix, StringComparison.Ordinal)) continue;
            if (double.TryParse(text.AsSpan(0, text.Length - suffix.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                return TimeSpan.FromSeconds(number * seconds);
        }

        result.AddError($"`{text}` is no time: write 500ms, 2s, 1.5m or 1h");
        return null;
    }
}
