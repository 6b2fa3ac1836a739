using ActorTerm.Runtime.Asking;
using ActorTerm.Runtime.Coprocesses;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Keys.KeysProtocol;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

// What the bindings of keys do.
internal sealed partial class SessionActor
{
    private HashSet<KeyCaller>? _awaitingMark;             // bounded by the viewers; null until one waits
    private Dictionary<long, (KeyCaller Caller, int Key)>? _keyQuestions;
    private long _lastKeyQuestion;

    private void Run(KeyAction action, KeyCaller caller)
    {
        if (action.Apply != ApplyMode.ThisSession)
            Context.Parent.Tell(new WorkspaceProtocol.ApplyKeyAction(_id, action, caller with { Report = null }), Self);
        else if (action.Number == KeyActions.Sequence) RunSequence(action.Steps, caller);
        else RunHere(action, caller, copies: true);
    }

    /// <param name="copies">What it types goes to the sessions that type together with this one too.</param>
    private void RunHere(KeyAction action, KeyCaller caller, bool copies)
    {
        if (KeyText.BytesOf(action) is { } bytes)
        {
            SendByKey(bytes, caller, copies && action.Number != KeyActions.SendVimTextHere);
            return;
        }

        switch (action.Number)
        {
            case KeyActions.Ignore or KeyActions.SendTmuxCommand or KeyActions.Bypass:
                break;
            case KeyActions.SendSnippet:
                if (_hostKeys.Snippets.Find(action.Text) is { } snippet) RunHere(snippet, caller, copies);
                else FailAtOnce($"there is no snippet {action.Text}", caller);
                break;
            case KeyActions.PasteSpecial or KeyActions.PasteSpecialFromSelection:
                PasteByKey(action, caller, copies);
                break;
            case KeyActions.CopyInterpolatedString:
                CopyByKey(action.Text, caller);
                break;
            case KeyActions.InvokeScriptFunction:
                InvokeByKey(action.Text, caller);
                break;
            case KeyActions.RunCoprocess:
                StartByKey(action.Text, caller);
                break;
            case KeyActions.SetProfile:
                AskWorkspace(new WorkspaceProtocol.GiveProfile(_id, action.Text), caller);
                break;
            case KeyActions.ToggleSetting:
                AskWorkspace(new WorkspaceProtocol.TogglePreference(action.Text), caller);
                break;
            case KeyActions.AlertOnNextMark:
                (_awaitingMark ??= []).Add(caller with { Report = null });
                break;
            case var number when KeyActions.IsLayout(number):
                AskWorkspace(new WorkspaceProtocol.KeyLayout(_id, number, action.Text), caller);
                break;
            case var number:
                FailAtOnce($"the key is bound to {KeyActions.NameOf(number)}, which a host without a screen has not", caller);
                break;
        }
    }

    private void SendByKey(byte[] bytes, KeyCaller caller, bool copies)
    {
        if (TypeByKey(bytes) is { } refusal) caller.Report?.Fail(refusal);
        if (copies && _hostKeys.Broadcasting) Context.Parent.Tell(new WorkspaceProtocol.CopyInput(_id, bytes), Self);
    }

    private void FailAtOnce(string text, KeyCaller caller)
    {
        FailKey(text, caller);
        caller.Report?.Fail(text);
    }

    /// <summary>One step after another, without waiting for what they began. A step that moves the focus takes the steps behind it along.</summary>
    private void RunSequence(IReadOnlyList<KeyAction> steps, KeyCaller caller)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            Run(steps[i], caller);
            if (!KeyActions.IsLayout(steps[i].Number) || i + 1 == steps.Count) continue;

            Context.Parent.Tell(new WorkspaceProtocol.GoOnWhereFocusIs([.. steps.Skip(i + 1)], caller with { Report = null }), Self);
            return;
        }
    }

    private void StartByKey(string command, KeyCaller caller)
    {
        var request = new CoprocessesProtocol.StartCoprocess(
            new CoprocessesProtocol.CoprocessCommand.Shell(command), CoprocessesProtocol.CoprocessOptions.None, CoprocessesProtocol.CoprocessSource.Key);
        var starter = new AskingProtocol.Asker(Self, Remember(caller));
        if (TryStart(request, starter) is { } refusal) starter.Tell(refusal);
    }

    /// <summary>Before the first byte of the program is read. Nobody asked for it, so it is an alert when it cannot be started.</summary>
    private void StartAtBirth(CoprocessesProtocol.StartCoprocess request)
    {
        var starter = new AskingProtocol.Asker(Self, Remember(new KeyCaller(null, null)));
        if (TryStart(request, starter) is { } refusal) starter.Tell(refusal);
    }

    private void AskWorkspace(object message, KeyCaller caller) => Context.Parent.Tell(new AskingProtocol.Asked(Remember(caller), message), Self);

    /// <returns>The tag under which the answer comes.</returns>
    private long Remember(KeyCaller caller)
    {
        (_keyQuestions ??= []).Add(++_lastKeyQuestion, (caller, caller.Report?.Wait() ?? 0));
        return _lastKeyQuestion;
    }

    private void HearKeyAnswer(AskingProtocol.Answered m)
    {
        if (_keyQuestions is null || !_keyQuestions.Remove(m.Tag, out var asked)) return;

        var error = m.Answer switch
        {
            WorkspaceProtocol.NotFound missing => missing.Text,
            WorkspaceProtocol.NotCreated refused => refused.Text,
            Rejected rejected => rejected.Text,
            CoprocessesProtocol.StartAnswer.AlreadyRunning other => $"a coprocess runs already: {other.Command}",
            CoprocessesProtocol.StartAnswer.Blank => "the key is bound to a coprocess without a command",
            CoprocessesProtocol.StartAnswer.SpawnFailed failed => $"the coprocess could not be started: {failed.Text}",
            CoprocessesProtocol.StartAnswer.SessionEnded => "the session's program has ended, and no coprocess starts",
            _ => null,
        };
        if (error is not null) FailKey(error, asked.Caller);
        asked.Caller.Report?.Answered(asked.Key, error, null);
    }

    /// <summary>A prompt or a mark came, which some key asked to be told of.</summary>
    private void TellOfMark()
    {
        foreach (var caller in _awaitingMark ?? []) FailKey($"a mark was set in {_name.Text}", caller);
        _awaitingMark = null;
    }
}
