namespace ActorTerm.Terminal.Screens;

public sealed partial class Screen
{
    /// <summary>Lines that must have left the screen since the last sweep of styles: it looks at all of history, so it must not be done for each new style.</summary>
    private const int SweepInterval = 512;

    private long _lastSweep = -SweepInterval;

    /// <summary>Frees the numbers of styles that neither rows nor history use any more. False when there was nothing to win.</summary>
    private bool SweepStyles()
    {
        if (TopAbsoluteLine - _lastSweep < SweepInterval) return false;
        _lastSweep = TopAbsoluteLine;

        _styles.BeginSweep();
        _styles.Mark(_penId);
        _styles.Mark(_eraseId);
        for (var row = 0; row < Rows; row++)
        {
            _main[row].MarkStyles(_styles);
            _alternate?[row].MarkStyles(_styles);
        }

        Scrollback.MarkStyles();
        return _styles.EndSweep() > 0;
    }
}
