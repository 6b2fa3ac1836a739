using ActorTerm.Hocon;

namespace ActorTerm.Host.Configuration;

internal enum SettingKind
{
    /// <summary>A whole number of something.</summary>
    Count,
    Size,
    Duration,
    Boolean,
    Text,
    Texts,
}

/// <summary>One setting, as reference.conf describes it.</summary>
/// <param name="Path">Its full path, <c>actorterm.api.port</c>.</param>
/// <param name="Unit">In words: <c>size</c>, <c>lines</c>.</param>
/// <param name="Range">Null when any value of the kind will do.</param>
/// <param name="Reason">Why the default is what it is.</param>
/// <param name="Origin">Where it stands in reference.conf.</param>
internal sealed record Setting(string Path, SettingKind Kind, string Unit, SettingRange? Range, string Reason, Origin Origin);

/// <summary>What a setting may be, as written (<c>4 KiB</c>) and in numbers (bytes, ticks of 100 ns, or the number itself).</summary>
internal sealed record SettingRange(string Low, string High, long Least, long Greatest)
{
    public bool Holds(long value) => value >= Least && value <= Greatest;

    public override string ToString() => $"{Low} to {High}";
}
