using System.Text;
using ActorTerm.Language;
using ActorTerm.Runtime.Coprocesses;
using ActorTerm.Runtime.Events;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Invocations;
using static ActorTerm.Runtime.Triggers.TriggersProtocol;

namespace ActorTerm.Runtime.Triggers;

// What triggers do.
internal sealed partial class TriggerWatcher
{
    /// <summary>For a parameter that is an expression; as iTerm2.</summary>
    private static readonly TimeSpan ParameterTimeout = TimeSpan.FromSeconds(30);

    private void Do(Working working, Fired fired)
    {
        if (fired.Entry.Interpolation is { } expression)
        {
            _services.Invocations.Tell(
                new InvocationsProtocol.Evaluate(fired, 0, expression.Text, InterpolationMode.Strict, _session.Scope, ParameterTimeout, fired.Match.Frame()), _session.Self);
            return;
        }

        Do(working, fired, fired.Entry.Effect == TriggerEffect.Invoke ? "" : fired.Entry.Parameter(fired.Match));
    }

    private void Do(Working working, Fired fired, string parameter)
    {
        switch (fired.Entry.Effect)
        {
            case TriggerEffect.Coprocess: StartCoprocess(fired, parameter, isSilent: false); break;
            case TriggerEffect.SilentCoprocess: StartCoprocess(fired, parameter, isSilent: true); break;
            case TriggerEffect.Command: RunCommand(fired, parameter); break;
            case TriggerEffect.SendText: SendText(fired, parameter); break;
            case TriggerEffect.Inject: Inject(working, fired, parameter); break;
            case TriggerEffect.Invoke: Invoke(working, fired); break;
            case TriggerEffect.SetVariable: SetVariable(fired, parameter); break;
            case TriggerEffect.SetTitle: _session.NameIt(parameter); break;
            case TriggerEffect.Notify: Publish(EventsProtocol.Kinds.SessionNotification, fired, KeyValuePair.Create("message", Value.Of(parameter))); break;
            case TriggerEffect.Alert: ShowAlert(working, fired, parameter); break;
            case TriggerEffect.Bell: _session.RingBell(); break;
            case TriggerEffect.Capture: Capture(working, fired); break;
            case TriggerEffect.Mark: Publish(EventsProtocol.Kinds.TriggerMark, fired, KeyValuePair.Create("line", Value.Of(CursorLine))); break;
            case TriggerEffect.NamedMark: Publish(EventsProtocol.Kinds.TriggerMark, fired, new("line", Value.Of(CursorLine)), new("name", Value.Of(parameter))); break;
            case TriggerEffect.Prompt: _session.FeedTerminal("\e]133;A\a\e]133;B\a"u8); break;
            case TriggerEffect.Directory: _session.ReportDirectory(parameter); break;
            case TriggerEffect.Host: ReportHost(parameter); break;
            case TriggerEffect.BufferInput: _session.HoldInput(parameter.Trim() is "" or "0"); break;
            case TriggerEffect.TabStatus: _session.ReportTabStatus(parameter.Split('\u0001') is [_, .. var texts] ? string.Join(' ', texts.Where(text => text.Length > 0)) : parameter); break;
            case TriggerEffect.Hyperlink:
                var (start, length) = fired.Match.Ranges[0];
                _session.LinkText(fired.Match.Line, Settings.MaxLineLength, start, length, parameter);
                break;
            case TriggerEffect.Matched:
                Publish(
                    EventsProtocol.Kinds.TriggerMatched, fired, new("action", Value.Of(fired.Entry.Action)), new("line", Value.Of(fired.Match.Line)), new("text", Value.Of(parameter)));
                break;
        }
    }

    private void StartCoprocess(Fired fired, string command, bool isSilent)
    {
        if (!MayRun(fired)) return;

        var stored = fired.Entry.Stored;
        var options = new CoprocessesProtocol.CoprocessOptions(
            Mute: isSilent,
            LockInput: stored.Flag("lockInput"),
            Newline: stored.Text("newline") == "cr" ? CoprocessesProtocol.CoprocessNewline.Cr : CoprocessesProtocol.CoprocessNewline.Raw,
            OnStdinFull: Enum.TryParse<CoprocessesProtocol.StdinFull>(stored.Text("onStdinFull"), ignoreCase: true, out var full) ? full : CoprocessesProtocol.StdinFull.Block,
            AnswerQueries: stored.Flag("answerQueries"));

        // A refusal is no error: one that runs keeps running, and the event coprocess.rejected tells of it.
        _session.StartCoprocess(new CoprocessesProtocol.StartCoprocess(
            new CoprocessesProtocol.CoprocessCommand.Shell(command, fired.Match.Captures), options, CoprocessesProtocol.CoprocessSource.Trigger));
    }

    private void RunCommand(Fired fired, string command)
    {
        if (!MayRun(fired)) return;

        var (environment, directories) = _session.Surroundings;
        _services.Commands.Tell(new RunCommand(_session.Id, fired.Entry.Label, command, fired.Match.Captures, environment, directories), _session.Self);
    }

    private bool MayRun(Fired fired)
    {
        if (Settings.AllowCommands) return true;

        Complain($"trigger {fired.Entry.Label}: triggers may not run anything on this host (actorterm.triggers.allow-commands)");
        return false;
    }

    private void SendText(Fired fired, string text)
    {
        if (_session.TypeText(text) is { } refused) Complain($"trigger {fired.Entry.Label}: its text was not sent: {refused.Text}");
    }

    private void Inject(Working working, Fired fired, string text)
    {
        if (working.Injections++ < Settings.MaxInjections) _session.FeedTerminal(Encoding.UTF8.GetBytes(text));
        else if (working.Injections == Settings.MaxInjections + 1)
            Complain($"trigger {fired.Entry.Label}: injections fired one another {Settings.MaxInjections} times (actorterm.triggers.max-injections), so the rest is left out");
    }

    private void Invoke(Working working, Fired fired)
    {
        var id = InvocationId.Next();
        working.Calls.Add(id, fired.Entry);
        _services.Invocations.Tell(
            new InvocationsProtocol.Invoke(
                id, fired.Entry.Stored.Parameter ?? "", _session.Scope, fired.Match.Frame(), null, InvocationsProtocol.InvocationSource.Trigger, _session.Id),
            _session.Self);
    }

    private void SetVariable(Fired fired, string parameter)
    {
        if (Assignment.Read(parameter) is not { } assignment) return;
        if (!Value.TryParse(assignment.Text, out var value, out _)) value = Value.Of(assignment.Text);       // iTerm2 takes JSON; anything else is text
        if (_session.SetUserVariable(assignment.Name, value) is { } refusal) Complain($"trigger {fired.Entry.Label}: {refusal}");
    }

    private void ShowAlert(Working working, Fired fired, string text)
    {
        var now = _session.Now;
        if (working.Alerted.TryGetValue(fired.Entry, out var last) && now - last < Settings.AlertInterval) return;

        working.Alerted[fired.Entry] = now;
        Complain(text);
    }

    private void Capture(Working working, Fired fired)
    {
        while (working.Captured.Count >= Math.Max(1, Settings.MaxCaptured)) working.Captured.Dequeue();
        if (Settings.MaxCaptured > 0) working.Captured.Enqueue(new CapturedMatch(_session.Now, fired.Entry.Label, fired.Match));
        Publish(
            EventsProtocol.Kinds.TriggerCaptured,
            fired,
            new("line", Value.Of(fired.Match.Line)),
            new("text", Value.Of(fired.Match.Input)),
            new("captures", Value.Array(fired.Match.Captures.Select(Value.Of))));
    }

    private void ReportHost(string parameter)
    {
        var at = parameter.LastIndexOf('@');
        if (parameter[(at + 1)..] is { Length: > 0 } host) _session.ReportHost(at > 0 ? parameter[..at] : null, host);
    }

    private void Publish(string kind, Fired fired, params KeyValuePair<string, Value>[] data) =>
        _session.Publish(kind, [new("trigger", Value.Of(fired.Entry.Label)), .. data]);
}
