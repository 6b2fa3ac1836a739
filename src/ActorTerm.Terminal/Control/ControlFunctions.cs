using ActorTerm.Terminal.Events;
using ActorTerm.Terminal.Modes;
using ActorTerm.Terminal.Screens;

namespace ActorTerm.Terminal.Control;

/// <summary>
/// Gives control sequences their meaning. One file per family, each with a table that says which function is which; what a function does to
/// the screen is in <see cref="Screen"/>.
/// </summary>
internal sealed partial class ControlFunctions(Screen screen, TerminalOptions options, ITerminalEvents events)
{
    /// <summary>The parser goes no further than the sequence it is at.</summary>
    public bool StopRequested { get; set; }

    /// <summary>Nothing that is parsed has an effect.</summary>
    public bool Muted { get; set; }

    /// <summary>Queries are answered while <see cref="Muted"/>.</summary>
    public bool AnswersMuted { get; set; }

    /// <summary>What is parsed did not come from the program.</summary>
    public bool Injecting { get; set; }

    public bool ObserveLines { get; set; }

    private TerminalModes Modes => screen.Modes;

    public void Print(ReadOnlySpan<byte> ascii)
    {
        _copying?.Add(ascii);
        screen.Print(ascii);
    }

    public int PrintUtf8(ReadOnlySpan<byte> text)
    {
        var length = screen.PrintUtf8(text);
        _copying?.Add(text[..length]);
        return length;
    }

    /// <summary>Says that the line of the cursor will not be printed in for now, if it was.</summary>
    public void LeaveLine()
    {
        if (screen.OpenLine is not { } line) return;
        screen.LeaveLine();
        if (ObserveLines) events.LineCompleted(line);
    }

    private void Reply(ReadOnlySpan<byte> bytes)
    {
        if (!Injecting || options.AnswerInjectedQueries) events.Reply(bytes);
    }
}
