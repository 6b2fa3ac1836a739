using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ActorTerm.Runtime.Identities;

/// <summary>Names one tab: a decimal number that fits int32, never reused. Host slot × 1,000,000 + counter; a host alone has slot 0.</summary>
public readonly record struct TabId(int Number)
{
    public static bool TryParse([NotNullWhen(true)] string? text, out TabId id)
    {
        var ok = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        id = new TabId(number);
        return ok;
    }

    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}
