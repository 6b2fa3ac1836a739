using ActorTerm.Terminal.Keys;
using ActorTerm.Terminal.Modes;

namespace ActorTerm.Terminal.Views;

/// <summary>
/// What the viewer's terminal was told of the program's modes, and the sequences that bring it up to date. Only what the terminal needs
/// to know is mirrored: how it sends keys, pastes, mouse and focus, how its cursor looks, and the title.
/// </summary>
/// <remarks>
/// The kitty keyboard protocol is always on (flags 1 and 4: keys without ambiguity, and what a US keyboard has in their place), whatever the
/// program asked for: keys with modifiers may be bound, and the host encodes for the program what is not. Flag 2, releases and repeats, is set
/// while somebody wants to hear of them. A terminal that does not know the protocol ignores it. Mouse reports are always asked for as SGR (mode 1006), the encoding without limits, and translated at the host into what the program
/// asked for. Where the program chose no cursor, the viewer's terminal shows its own.
/// </remarks>
internal struct ModeMirror
{
    private TerminalModes _known;
    private bool _wheelSendsKeys;
    private bool _started;

    /// <summary>Writes what differs from what was written last; everything the first time.</summary>
    /// <param name="to">The frame.</param>
    /// <param name="modes">The program's.</param>
    /// <param name="isAlternate">Whether the session shows its alternate screen: the wheel sends cursor keys only there (mode 1007).</param>
    /// <param name="title">The session's; null if it is what it was.</param>
    public void Write(ref AnsiWriter to, in TerminalModes modes, bool isAlternate, string? title)
    {
        Toggle(ref to, 1, _known.ApplicationCursorKeys, modes.ApplicationCursorKeys);
        Toggle(ref to, 5, _known.ReverseVideo, modes.ReverseVideo);
        Toggle(ref to, 66, _known.ApplicationKeypad, modes.ApplicationKeypad);
        Toggle(ref to, 67, _known.BackarrowIsBackspace, modes.BackarrowIsBackspace);
        Toggle(ref to, 1004, _known.FocusReporting, modes.FocusReporting);
        Toggle(ref to, 2004, _known.BracketedPaste, modes.BracketedPaste);
        var wheelSendsKeys = modes.AlternateScroll && isAlternate;
        Toggle(ref to, 1007, _wheelSendsKeys, wheelSendsKeys);
        WriteMouse(ref to, modes.MouseTracking);
        if (!_started || _known.ModifyOtherKeys != modes.ModifyOtherKeys)
        {
            to.Text("\e[>4;"u8);
            to.Number((int)modes.ModifyOtherKeys);
            to.Byte((byte)'m');
        }

        if (!_started) WriteKeyboardFlags(ref to, releases: false);

        var style = CursorStyle(modes);
        if (!_started || CursorStyle(_known) != style)
        {
            to.Text("\e["u8);
            to.Number(style);
            to.Text(" q"u8);
        }

        if (title is not null)
        {
            to.Text("\e]2;"u8);
            PrintableText.Write(ref to, title);
            to.Text("\e\\"u8);
        }

        _known = modes;
        _wheelSendsKeys = wheelSendsKeys;
        _started = true;
    }

    public static void WriteKeyboardFlags(ref AnsiWriter to, bool releases) => to.Text(releases ? "\e[=7u"u8 : "\e[=5u"u8);

    /// <summary>The parameter of DECSCUSR; 0 is the viewer's own cursor.</summary>
    private static int CursorStyle(in TerminalModes modes) =>
        modes.CursorStyleIsSet ? (int)modes.CursorShape * 2 + (modes.CursorBlinks ? 1 : 2) : 0;

    private readonly void Toggle(ref AnsiWriter to, int mode, bool from, bool next)
    {
        if (!_started || from != next) to.PrivateMode(mode, next);
    }

    private readonly void WriteMouse(ref AnsiWriter to, MouseTracking next)
    {
        if (_started && _known.MouseTracking == next) return;
        if (_started && _known.MouseTracking != MouseTracking.Off) to.PrivateMode((int)_known.MouseTracking, on: false);
        to.PrivateMode((int)MouseEncoding.Sgr, next != MouseTracking.Off);
        if (next != MouseTracking.Off) to.PrivateMode((int)next, on: true);
    }
}
