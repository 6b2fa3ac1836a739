using ActorTerm.Language;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Invocations;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Profiles;
using ActorTerm.Terminal.Keys;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

// Keys of viewers and of the API: who hears of them, what is bound to them, and what of them the program gets.
internal sealed partial class SessionActor
{
    private readonly KeysProtocol.HostKeys _hostKeys;
    private readonly KeysProtocol.KeyRules _keys;
    private Dictionary<InvocationId, (KeyReport Report, int Key)>? _keyCalls;       // bounded: actorterm.invocations.max-in-flight

    private void TakeKey(KeyEvent key, KeyCaller caller)
    {
        TellMonitors(key);
        var decision = _keys.AreTrivial ? null : _keys.Decide(key);
        if (decision is KeysProtocol.KeyDecision.Bound bound)
        {
            caller.Report?.Add(new TakenKey(KeyNames.Format(key), KeyFate.Bound, bound.Scope, bound.Binding, null, null));
            Run(bound.Binding.Action, caller);
            return;
        }

        var fate = decision switch
        {
            KeysProtocol.KeyDecision.Filtered => KeyFate.Filtered,
            KeysProtocol.KeyDecision.Leads => KeyFate.Leader,
            _ => KeyFate.Typed,
        };
        caller.Report?.Add(new TakenKey(KeyNames.Format(key), fate, null, null, null, null));
        if (fate != KeyFate.Typed) return;

        if (TypeKey(key) is { } refusal) caller.Report?.Fail(refusal);
        if (_hostKeys.Broadcasting) Context.Parent.Tell(new Workspace.WorkspaceProtocol.CopyKey(_id, key), Self);
    }

    /// <returns>Why the program did not get it; null when it did.</returns>
    private string? TypeKey(KeyEvent key) =>
        KeyEncoder.Encode(key, _terminal.Modes.Keys) is { Length: > 0 } bytes ? TypeByKey(bytes) : null;

    private string? TypeByKey(ReadOnlyMemory<byte> bytes)
    {
        if (IsInputLocked) return LockedText;
        return TypeBytes(bytes, IsPasteOpen ? _behindPaste ??= NewWriteQueue() : _kept ?? _input);
    }

    private string? TypeBytes(ReadOnlyMemory<byte> bytes, WriteQueue queue)
    {
        if (_state != SessionState.Running) return "the session's program has ended";
        if (queue.TryAdd(bytes))
        {
            Flush();
            return null;
        }

        Complain($"keys were dropped: {queue.Length} bytes wait for the program already");
        return $"backpressure: the program does not read; {queue.Length} bytes wait for it already";
    }

    private void TellMonitors(KeyEvent key)
    {
        var isModifier = key.Name is NamedKey.CapsLock or NamedKey.NumLock or >= NamedKey.LeftShift;
        var (kind, action) = isModifier ? (SessionEvents.KeystrokeMore, KeyStroke.Modifiers)
            : key.Kind == KeyEventKind.Release ? (SessionEvents.KeystrokeMore, KeyStroke.Up)
            : (SessionEvents.Keystroke, KeyStroke.Down);
        if (_listeners.Any(kind)) Tell(kind, new KeySeen(_id, KeysProtocol.Keystroke.Of(key), action));
    }

    private void Strike(StrikeKeys m)
    {
        var keys = new List<KeyEvent>();
        foreach (var name in m.Names)
        {
            if (!KeyNames.TryParse(name, out var key, out var error))
            {
                Asker.Tell(new Rejected(Rejection.BadValue, error));
                return;
            }

            keys.Add(key.Name == NamedKey.None ? KeyEvent.Of(key.Character, key.Modifiers, m.Kind) : KeyEvent.Of(key.Name, key.Modifiers, m.Kind));
        }

        if (keys.Count == 0)
        {
            Asker.Tell(new KeysTaken([]));
            return;
        }

        var report = new KeyReport(Asker);
        foreach (var key in keys) TakeKey(key, new KeyCaller(null, report));
        report.Close();
    }

    private void Explain(ExplainKeys m)
    {
        var decoder = new KeyDecoder();
        var inputs = new List<TerminalInput>();
        decoder.Feed(m.Typed.Span, inputs);
        if (m.Complete) decoder.GiveUp(inputs);
        var keys = inputs.Select(input => input is TerminalInput.KeyPressed pressed
            ? new ExplainedKey(input.Raw, KeysProtocol.KeyChord.Of(pressed.Key), _keys.Find(KeysProtocol.KeyChord.Of(pressed.Key)))
            : new ExplainedKey(input.Raw, null, null)).ToList();
        Asker.Tell(new KeysExplained(keys, m.Typed.Length - inputs.Sum(input => input.Raw.Length)));
    }

    private void InvokeByKey(string text, KeyCaller caller)
    {
        var id = InvocationId.Next();
        caller.Viewer?.Tell(new KeyInvokes(id), Self);
        if (caller.Report is { } report) (_keyCalls ??= []).Add(id, (report, report.Wait()));
        _invocations.Tell(
            new InvocationsProtocol.Invoke(id, text, _variables.Owner.Scope, Source: InvocationsProtocol.InvocationSource.Key, Session: _id), Self);
    }

    /// <summary>The value is nobody's; an error is an alert already.</summary>
    private void HearOutcome(InvocationsProtocol.Outcome m)
    {
        if (_keyCalls is null || !_keyCalls.Remove(m.Id, out var call)) return;

        var (error, traceback) = m switch
        {
            InvocationsProtocol.Failed failed => (failed.Error.Message, failed.Error.Traceback),
            InvocationsProtocol.Expired expired => ($"no answer in time from {string.Join(", ", expired.Unfinished)}", null),
            _ => (null, null),
        };
        call.Report.Answered(call.Key, error, traceback);
    }

    /// <summary>Shows the person who pressed the key what went wrong, and tells the request that pressed it.</summary>
    private void FailKey(string message, KeyCaller caller)
    {
        var id = InvocationId.Next();
        caller.Viewer?.Tell(new KeyInvokes(id), Self);
        _alerts.Tell(new Alerts.AlertsProtocol.Raise(Alerts.AlertsProtocol.AlertSource.Key, _id, id, message, []), Self);
    }

    private void Wear(ProfilesProtocol.Profile profile)
    {
        _terminal.CompleteLine();
        _watcher?.Act();
        var badge = BadgeText();
        _profile = profile;
        _variables.Owner.Set("profileName", Value.Of(profile.Name));
        if (BadgeText() != badge) _badge.ByProfile(BadgeText());
        ReadKeys();
        _watcher?.ProfileChanged();
    }

    private void ReadKeys()
    {
        var source = _profile.Properties.GetValueOrDefault(KeysProtocol.KeyboardMap);
        if (!_keys.Profile.Source.Equals(source)) _keys.Profile = KeysProtocol.KeyMap.OrEmpty(source);
    }
}
