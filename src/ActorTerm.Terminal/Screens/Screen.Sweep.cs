namespace ActorTerm.Terminal.Screens;

public sealed partial class Screen
{
    /// <summary>
    /// A sweep looks at all of history, so it must not be done for each new style: an eighth of what it looks at must be new since the last one, and
    /// at least so many lines.
    /// </summary>
    private const int LeastSweepInterval = 16;

    private long _lastSweep = long.MinValue / 2;

    /// <summary>Frees the numbers of styles that neither rows nor history use any more. False when there was nothing to win.</summary>
    private bool SweepStyles()
    {
        if (TopAbsoluteLine - _lastSweep < Math.Max(LeastSweepInterval, (TopAbsoluteLine - FirstLine) / 8)) return false;
        _lastSweep = TopAbsoluteLine;

        _styles.BeginSweep();
        _styles.Mark(_penId);
        for (var row = 0; row < Rows; row++)
        {
            _main[row].MarkStyles(_styles);
            _alternate?[row].MarkStyles(_styles);
        }

        Scrollback.MarkStyles();
        return _styles.EndSweep() > 0;
    }
}
