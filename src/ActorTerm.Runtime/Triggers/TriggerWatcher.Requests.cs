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
            case AddTrigger or EnableTrigger or RemoveTrigger: Change(message, asker); break;
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

    private void Change(object request, AskingProtocol.Asker asker)
    {
        var before = List;
        if (before.Change(request, _services.Reader, IsSet(InterpolatesKey, otherwise: false), out var refusal) is not { } json)
        {
            asker.Tell(new Rejected(Rejection.BadValue, refusal));
            return;
        }

        var list = Read(json);
        Load(list);
        if (request is EnableTrigger { Enable: true } m && before.Find(m.Which) is { } restored) _working?.Triggers.Restore(list.Entries[restored.Number - 1]);
        _session.KeepInProfile(ListKey, json);
        asker.Tell(Status());
    }

    private void Test(TestTrigger m, AskingProtocol.Asker asker)
    {
        var tested = _services.Reader.Try(m, IsSet(InterpolatesKey, otherwise: false), _session.Screen, out var refusal);
        asker.Tell(tested ?? (object)new Rejected(Rejection.BadValue, refusal));
    }
}
