using ActorTerm.Terminal.Charsets;
using ActorTerm.Terminal.Modes;

namespace ActorTerm.Terminal.Screens;

public sealed partial class Screen
{
    /// <summary>RIS: everything but history and numbers.</summary>
    internal void Reset()
    {
        _main = _active = new ScreenBuffer(Rows);
        _alternate = null;
        _clusters.Clear();
        _doubleLines = false;
        _tabs.Reset();
        SoftReset();
        Modes = TerminalModes.Initial;
        _row = _column = 0;
        _pendingWrap = false;
        _lastGraphic = -1;
        Repaint();
    }

    /// <summary>DECSTR: modes, margins, style, charsets and what was saved; the contents and the cursor's place stay, a pending wrap included.</summary>
    internal void SoftReset()
    {
        ResetMargins();
        Pen = default;
        _active.Saved = null;
        Charsets = CharsetState.Initial;
    }

    /// <summary>OSC 1337 ClearScrollback: history and the screen, but for the lines that the program is prompting in.</summary>
    /// <param name="promptRow">The row that the prompt starts in, at most the cursor's.</param>
    internal void ClearToPrompt(int promptRow)
    {
        ClearHistory();
        if (IsAlternate) return;

        var first = Math.Clamp(promptRow, 0, _row);
        while (first > 0 && _main[first - 1].Wrapped) first--;
        var last = _row;
        while (last < Rows - 1 && _main[last].Wrapped) last++;
        for (var row = last + 1; row < Rows; row++)
        {
            _main[row].Reset();
            _main[row].Stamp = _epoch;
        }

        // The kept lines keep their numbers: those above count as gone.
        Scrollback.Skip(first);
        for (var row = 0; row < first; row++)
        {
            _main[0].Reset();
            _main[0].Stamp = _epoch;
            _main.Rotate();
        }

        _row -= first;
    }
}
