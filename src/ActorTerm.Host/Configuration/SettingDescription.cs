using System.Text.RegularExpressions;
using ActorTerm.Hocon;

namespace ActorTerm.Host.Configuration;

/// <summary>Reads what stands above a setting in reference.conf: <c>Unit: size, 4 KiB to 1 GiB.</c> and <c>Reason: ...</c></summary>
internal static partial class SettingDescription
{
    /// <exception cref="HoconException">There is no unit or no reason, or the range is no range of that unit.</exception>
    public static Setting Read(HoconPath path, HoconField field)
    {
        var comment = field.Comment.ReplaceLineEndings(" ");
        var unit = Unit().Match(comment);
        var reason = Reason().Match(comment);
        if (!unit.Success || !reason.Success)
            throw new HoconException(field.KeyOrigin, $"expected 'Unit: ....' and 'Reason: ....' above '{path}'");

        var name = unit.Groups["name"].Value;
        var kind = KindOf(name);
        var range = unit.Groups["low"].Success ? RangeOf(kind, unit.Groups["low"].Value, unit.Groups["high"].Value, field) : null;
        if (range is null && kind is SettingKind.Count or SettingKind.Size or SettingKind.Duration)
            throw new HoconException(field.KeyOrigin, $"expected the range of '{path}' after its unit: 'Unit: {name}, LOW to HIGH.'");

        return new Setting(path.ToString(), kind, name, range, reason.Groups["text"].Value, field.KeyOrigin);
    }

    /// <summary>Is the field a map whose keys are the user's own?</summary>
    public static bool HasFreeKeys(HoconField field) => field.Comment.Contains("Free keys:", StringComparison.Ordinal);

    /// <summary>Is the field a tree with a reader of its own, which knows what may stand in it?</summary>
    public static bool HasOwnReader(HoconField field) => field.Comment.Contains("Explained in docs/", StringComparison.Ordinal);

    private static SettingKind KindOf(string unit) => unit switch
    {
        "size" => SettingKind.Size,
        "duration" => SettingKind.Duration,
        "boolean" => SettingKind.Boolean,
        "text" => SettingKind.Text,
        "list of texts" => SettingKind.Texts,
        _ => SettingKind.Count,
    };

    private static SettingRange RangeOf(SettingKind kind, string low, string high, HoconField field)
    {
        var range = new SettingRange(low, high, Measure(kind, low, field), Measure(kind, high, field));
        return range.Least <= range.Greatest
            ? range
            : throw new HoconException(field.KeyOrigin, $"expected a range from low to high, found {range}");
    }

    private static long Measure(SettingKind kind, string value, HoconField field)
    {
        var config = Config.Of(HoconPath.Parse("range"), new HoconString(value, field.KeyOrigin));
        return kind switch
        {
            SettingKind.Size => config.GetBytes("range"),
            SettingKind.Duration => config.GetDuration("range").Ticks,
            _ => config.GetLong("range"),
        };
    }

    [GeneratedRegex(@"\bUnit: (?<name>[^,.]+)(, (?<low>.+?) to (?<high>.+?))?\.( |$)", RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    [GeneratedRegex(@"\bReason: (?<text>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Reason();
}
