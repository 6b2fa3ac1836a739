using System.Text.Json;
using ActorTerm.Language;
using ActorTerm.Runtime.Asking;
using ActorTerm.Runtime.Invocations;
using ActorTerm.Runtime.Variables;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;
using static ActorTerm.Runtime.Triggers.TriggersProtocol;

namespace ActorTerm.Runtime.Triggers;

// Messages for the session that are for its triggers.
internal sealed partial class TriggerWatcher
{
    public bool Hear(object message, AskingProtocol.Asker asker)
    {
        switch (message)
        {
            case Moment moment: Pass(moment); break;
            case InvocationsProtocol.Outcome m when _working?.Calls.Remove(m.Id, out var entry) is true: _working.Triggers.CallEnded(entry!); break;
            case InvocationsProtocol.Evaluated { Tag: Fired fired } m: TakeParameter(fired, m); break;
            case VariablesProtocol.VariableChanged { Tag: FollowedVariable } m: TakeVariable(m); break;
            case VariablesProtocol.MonitorStarted { Tag: FollowedVariable }: break;
            case VariablesProtocol.MonitorRefused { Tag: FollowedVariable } m: Complain($"a trigger cannot wait for a variable: {m.Text}"); break;
            case ListTriggers: asker.Tell(Status()); break;
            case ListCaptured: asker.Tell(new CapturedOutput([.. _working?.Captured ?? []])); break;
            case AddTrigger m: Add(m, asker); break;
            case EnableTrigger m: Enable(m, asker); break;
            case RemoveTrigger m: Change(m.Which, List.Without, asker); break;
            case TestTrigger m: Test(m, asker); break;
            default: return false;
        }

        return true;
    }

    private void Pass(Moment moment)
    {
        if (_working is not { } working) return;

        if (moment == Moment.Instant) LookInstantly(working);
        else if (moment == Moment.Tick) Tick(working);
        else TellNotices(working);
    }

    private void TakeParameter(Fired fired, InvocationsProtocol.Evaluated m)
    {
        if (_working is not { } working) return;

        if (m.Text is { } text) Do(working, fired, text);
        else Complain($"trigger {fired.Entry.Label}: its parameter could not be evaluated: {m.Error?.Message}");
        Act();
    }

    private void TakeVariable(VariablesProtocol.VariableChanged m)
    {
        Happened(TriggerEvent.VariableChanged, m.Value.ToDisplayString(), m.Name);
        Act();
    }

    private TriggersProtocol.Triggers Status() => _working?.Triggers.Status() ?? new TriggersProtocol.Triggers([], 0);

    private void Add(AddTrigger m, AskingProtocol.Asker asker)
    {
        if (TryReadOne(m.Trigger, asker) is not { } entry) return;
        if (List.Entries.Count >= Settings.MaxTriggers)
        {
            asker.Tell(new Rejected(Rejection.TooMany, $"the session has {List.Entries.Count} triggers, as many as actorterm.triggers.max-triggers allows"));
            return;
        }

        Use(List.With(entry.Stored), asker);
    }

    private void Enable(EnableTrigger m, AskingProtocol.Asker asker)
    {
        if (Find(m.Which, asker) is not { } entry) return;
        if (m.Enable && entry.Error is { } error)
        {
            asker.Tell(new Rejected(Rejection.BadValue, $"trigger {entry.Label} cannot be enabled: {error}"));
            return;
        }

        Use(List.With(entry, entry.Stored.Disabled(!m.Enable)), asker, restored: m.Enable ? entry.Number : null);
    }

    private void Change(string which, Func<TriggerEntry, Value> change, AskingProtocol.Asker asker)
    {
        if (Find(which, asker) is { } entry) Use(change(entry), asker);
    }

    private TriggerEntry? Find(string which, AskingProtocol.Asker asker)
    {
        var entry = List.Find(which);
        if (entry is null) asker.Tell(new Rejected(Rejection.BadValue, $"there is no trigger {which} in this session, or several of that name; it has {List.Entries.Count}"));
        return entry;
    }

    /// <summary>The session's own copy of its profile has another list from now on.</summary>
    private void Use(Value json, AskingProtocol.Asker asker, int? restored = null)
    {
        var list = Read(json);
        Load(list);
        if (restored is { } number) _working?.Triggers.Restore(list.Entries[number - 1]);
        _session.KeepInProfile(ListKey, json);
        asker.Tell(Status());
    }

    private void Test(TestTrigger m, AskingProtocol.Asker asker)
    {
        if (TryReadOne(m.Trigger, asker) is not { } entry) return;
        if (!TriggerTest.Takes(entry, out var refusal))
        {
            asker.Tell(new Rejected(Rejection.BadValue, refusal));
            return;
        }

        var test = new TriggerTest(entry, Settings);
        if (m.Lines is null) test.Look(_session.Screen);
        for (var i = 0; i < m.Lines?.Count; i++) test.Look(i, m.Lines[i]);
        asker.Tell(test.Result);
    }

    private TriggerEntry? TryReadOne(Value trigger, AskingProtocol.Asker asker)
    {
        var entry = trigger.Kind == JsonValueKind.Object ? Read(Value.Array([trigger])).Entries[0] : null;
        if (entry is { Error: null }) return entry;

        asker.Tell(new Rejected(Rejection.BadValue, entry?.Error ?? "a trigger is an object"));
        return null;
    }
}
