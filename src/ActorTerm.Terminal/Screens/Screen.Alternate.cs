namespace ActorTerm.Terminal.Screens;

public sealed partial class Screen
{
    /// <summary>Modes ? 47, 1047 and 1049. Both screens share cursor, modes and margins; each has what DECSC saved on it.</summary>
    internal void ShowAlternate(bool clear)
    {
        if (IsAlternate) return;
        _alternate ??= new ScreenBuffer(Rows);
        _active = _alternate;
        if (clear) EraseRows(0, Rows - 1, selective: false);
        Repaint();
    }

    /// <param name="discard">The alternate screen's contents are not wanted again.</param>
    internal void ShowMain(bool discard)
    {
        if (!IsAlternate) return;
        _active = _main;
        if (discard) _alternate = null;
        Repaint();
    }
}
