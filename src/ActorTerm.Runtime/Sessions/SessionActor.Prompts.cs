using System.Globalization;
using System.Text;
using ActorTerm.Language;
using ActorTerm.Runtime.Events;
using ActorTerm.Runtime.Triggers;
using ActorTerm.Terminal.Events;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

// What the shell tells of its prompts and commands (OSC 133).
internal sealed partial class SessionActor
{
    private void Mark(PromptMark mark)
    {
        var at = new Position(mark.Column, mark.AbsoluteLine);
        switch (mark)
        {
            case PromptMark.PromptStart { Kind: PromptKind.Initial }:
                _prompts.PromptStarted(at, _variables.Text("path"));
                TellOfMark();
                break;
            case PromptMark.CommandStart when _prompts.CommandTyped(at) is { } prompt:
                Tell(SessionEvents.PromptStart, new PromptShown(_id, prompt));
                _watcher?.Happened(TriggersProtocol.TriggerEvent.PromptDetected);
                break;
            case PromptMark.OutputStart when _prompts.CommandStarted(at, TypedText(at)) is { } prompt:
                _variables.Set("lastCommand", prompt.CommandText);
                Tell(SessionEvents.CommandStart, new CommandStarted(_id, prompt.Id, prompt.CommandText));
                Publish(EventsProtocol.Kinds.CommandStarted, new KeyValuePair<string, Value>("command", Value.Of(prompt.CommandText)));
                _watcher?.CommandRuns(prompt.CommandText);
                break;
            case PromptMark.CommandEnd end when _prompts.CommandEnded(at, end.ExitCode) is { ExitStatus: { } status } prompt:
                _variables.Owner.Set("lastExitCode", Value.Of((long)status));
                Tell(SessionEvents.CommandEnd, new CommandFinished(_id, prompt.Id, status));
                Publish(
                    EventsProtocol.Kinds.CommandEnded,
                    new KeyValuePair<string, Value>("command", Value.Of(prompt.CommandText)),
                    new KeyValuePair<string, Value>("exitStatus", Value.Of((long)status)));
                _watcher?.CommandRuns(null);
                _watcher?.Happened(TriggersProtocol.TriggerEvent.CommandFinished, status.ToString(CultureInfo.InvariantCulture));
                break;
        }
    }

    /// <summary>The prompt, with what is typed at it so far while it is being edited.</summary>
    private PromptInfo? PromptWithText(string? id)
    {
        if (_prompts.Find(id) is not { State: PromptState.Editing, Command: { } command } prompt) return _prompts.Find(id);

        var cursor = new Position(_terminal.Screen.Cursor.Column, _terminal.Screen.CursorLine);
        return prompt with { CommandText = TypedText(cursor), Command = command with { End = cursor } };
    }

    /// <summary>What stands between the end of the last prompt and a place.</summary>
    private string TypedText(Position end)
    {
        if (_prompts.Last?.Command is not { } command) return "";

        var screen = _terminal.Screen;
        var text = new StringBuilder();
        for (var line = Math.Max(command.Start.Y, screen.FirstLine); line <= Math.Min(end.Y, screen.EndLine - 1); line++)
        {
            var view = screen.GetLine(line);
            var shown = view.GetText();
            var from = line == command.Start.Y ? Math.Min(view.CellToCharIndex(command.Start.X), shown.Length) : 0;
            var to = line == end.Y ? Math.Clamp(view.CellToCharIndex(end.X), from, shown.Length) : shown.Length;
            text.Append(shown, from, to - from);
            if (!view.Wrapped && line < end.Y) text.Append('\n');
        }

        return text.ToString().Trim();
    }
}
