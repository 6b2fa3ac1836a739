using ActorTerm.Terminal.Colors;
using ActorTerm.Terminal.Control;
using ActorTerm.Terminal.Events;
using ActorTerm.Terminal.Modes;
using ActorTerm.Terminal.Parsing;
using ActorTerm.Terminal.Screens;
using ActorTerm.Terminal.Titles;

namespace ActorTerm.Terminal;

/// <summary>
/// A terminal without a window: bytes that a program wrote go in, a screen with history and events come out. It has no clock, does no I/O and is
/// not safe for threads.
/// </summary>
/// <example>
/// <code>
/// var terminal = new TerminalModel(new TerminalOptions { Columns = 80, Rows = 24 }, events);
/// terminal.Feed("hello\r\n"u8);
/// terminal.Screen.GetLine(terminal.Screen.TopAbsoluteLine).GetText();   // "hello"
/// </code>
/// </example>
public sealed class TerminalModel
{
    private readonly TerminalOptions _options;
    private readonly ControlFunctions _functions;
    private readonly VtParser<ControlHandler> _parser;

    /// <exception cref="ArgumentOutOfRangeException">Some option is out of its range.</exception>
    public TerminalModel(TerminalOptions options, ITerminalEvents events)
    {
        options.Validate();
        _options = options;
        Screen = new Screen(options);
        _functions = new ControlFunctions(Screen, options, events);
        _parser = NewParser();
    }

    public Screen Screen { get; }

    public TerminalModes Modes => Screen.Modes;

    public Palette Palette => _functions.Palette;

    public TitleStack Titles => _functions.Titles;

    /// <summary>Whether <see cref="ITerminalEvents.LineCompleted"/> is said. Default false.</summary>
    public bool ObserveLines
    {
        get => _functions.ObserveLines;
        set => _functions.ObserveLines = value;
    }

    /// <summary>The row where text begins that was printed and not completed yet; null when there is none.</summary>
    public long? OpenLine => Screen.OpenLine;

    /// <summary>Counts what was printed as a complete line, as a line end would: the program ended, or whoever observes lines changes.</summary>
    public void CompleteLine() => _functions.LeaveLine();

    /// <summary>Takes the next bytes that the program wrote; any piece of the stream may be fed at a time.</summary>
    /// <returns>How many were taken: all, unless <see cref="RequestStop"/> was called meanwhile. Feed the rest again to go on.</returns>
    public int Feed(ReadOnlySpan<byte> bytes)
    {
        _functions.StopRequested = false;
        return _parser.Feed(bytes);
    }

    /// <summary>
    /// Takes the next bytes and lets none of them have an effect: no text, no event, no reply. A sequence that begins here and ends in what is fed
    /// later has its effect there, and the other way round.
    /// </summary>
    /// <param name="answerQueries">Queries are answered; that is then the only effect.</param>
    public void FeedMuted(ReadOnlySpan<byte> bytes, bool answerQueries = false)
    {
        _functions.StopRequested = false;
        _functions.Muted = true;
        _functions.AnswersMuted = answerQueries;
        try
        {
            _parser.Feed(bytes);
        }
        finally
        {
            _functions.Muted = false;
        }
    }

    /// <summary>
    /// Takes bytes that did not come from the program, complete in themselves: nothing of them is joined with what is fed before or after. Queries
    /// among them are not answered unless <see cref="TerminalOptions.AnswerInjectedQueries"/> says so.
    /// </summary>
    public void Inject(ReadOnlySpan<byte> bytes)
    {
        var (stop, muted) = (_functions.StopRequested, _functions.Muted);
        _functions.StopRequested = _functions.Muted = false;
        _functions.Injecting = true;
        try
        {
            var parser = NewParser();
            while (!bytes.IsEmpty)
            {
                bytes = bytes[parser.Feed(bytes)..];
                stop |= _functions.StopRequested;
                _functions.StopRequested = false;
            }
        }
        finally
        {
            (_functions.StopRequested, _functions.Muted) = (stop, muted);
            _functions.Injecting = false;
        }
    }

    /// <summary>From within an event: the terminal takes no more bytes than the sequence that raised it.</summary>
    public void RequestStop() => _functions.StopRequested = true;

    /// <summary>Another size, in cells, each 1 to 4096. The main screen is rewrapped, the alternate one cropped.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is out of range.</exception>
    public void Resize(int columns, int rows)
    {
        TerminalOptions.CheckSize(columns, rows);
        if (columns == Screen.Columns && rows == Screen.Rows) return;
        _functions.Resize(columns, rows);
    }

    /// <summary>As RIS, and whatever sequence was under way is forgotten.</summary>
    public void Reset()
    {
        _parser.Reset();
        _functions.ResetToInitialState();
    }

    /// <summary>Clears mode ? 2026: the program took longer to draw than viewers are willing to wait.</summary>
    public void EndSynchronizedOutput() => _functions.EndSynchronizedOutput();

    private VtParser<ControlHandler> NewParser() => new(new ControlHandler(_functions, new DeviceControlString()), _options.OscLimit);
}
