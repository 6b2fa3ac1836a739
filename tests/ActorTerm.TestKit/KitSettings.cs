using System.Globalization;
using ActorTerm.Actors.Configuration;

namespace ActorTerm.Actors.TestKit;

internal static class KitSettings
{
    private const string Key = "akka.test.single-expect-default";

    /// <summary>A number of seconds or milliseconds, as <c>3s</c> or <c>500ms</c>. Default 3 s.</summary>
    public static TimeSpan SingleExpectDefault(Config config)
    {
        if (config.Find(Key) is not { } text) return TimeSpan.FromSeconds(3);

        var (unit, seconds) = text.EndsWith("ms", StringComparison.Ordinal) ? ("ms", 0.001) : ("s", 1);
        return text.EndsWith(unit, StringComparison.Ordinal)
            && double.TryParse(text[..^unit.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0
            ? TimeSpan.FromSeconds(number * seconds)
            : throw new FormatException($"{Key} is a time such as 3s or 500ms, not '{text}'");
    }
}
