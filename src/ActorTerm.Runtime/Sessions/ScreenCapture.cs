using ActorTerm.Terminal;
using ActorTerm.Terminal.Screens;
using ActorTerm.Terminal.Views;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

/// <summary>Text of a screen and its history for people, plain or with the sequences that make it look the same again.</summary>
internal static class ScreenCapture
{
    public static Captured Take(TerminalModel terminal, Capture request)
    {
        var screen = terminal.Screen;
        var first = Clamp(screen, screen.TopAbsoluteLine + (request.Start ?? 0));
        var end = Math.Max(first, Clamp(screen, screen.TopAbsoluteLine + (request.End ?? screen.Rows)));
        var lines = new List<CapturedLine>();
        for (var line = first; line < end; line++)
        {
            var view = screen.GetLine(line);
            var text = request.Ansi ? StyledText.Of(view) : view.GetText();
            if (request.JoinWrapped && lines.Count > 0 && lines[^1].Wrapped) lines[^1] = new CapturedLine(lines[^1].Text + text, view.Wrapped);
            else lines.Add(new CapturedLine(text, view.Wrapped));
        }

        if (request.JoinWrapped) lines = [.. lines.Select(line => line with { Wrapped = false })];
        return new Captured(lines, first, screen.Columns, screen.Rows, screen.Cursor.Column, screen.CursorLine);
    }

    private static long Clamp(Screen screen, long line) => Math.Clamp(line, screen.FirstLine, screen.EndLine);
}
