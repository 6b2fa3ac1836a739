using System.Globalization;
using ActorTerm.Terminal.Events;

namespace ActorTerm.Terminal.Osc;

/// <summary>OSC 9 ; 4 ; state ; percent, as ConEmu has it.</summary>
internal static class ProgressSequence
{
    /// <param name="fields">State and percent; either may be missing.</param>
    public static bool TryParse(ReadOnlySpan<string> fields, out ProgressReport report)
    {
        report = new ProgressReport(ProgressState.None, null);
        if (fields.IsEmpty || !TryNumber(fields[0], out var state) || state > (int)ProgressState.Paused) return false;
        int? percent = fields.Length > 1 && TryNumber(fields[1], out var value) ? Math.Min(value, 100) : null;
        var known = (ProgressState)state;
        report = known switch
        {
            ProgressState.None or ProgressState.Indeterminate => new ProgressReport(known, null),
            ProgressState.Running => new ProgressReport(known, percent ?? 0),
            _ => new ProgressReport(known, percent),
        };
        return true;
    }

    private static bool TryNumber(string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
