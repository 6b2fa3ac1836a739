using ActorTerm.Language;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Tests.Coprocesses;
using ActorTerm.Runtime.Tests.Sessions;
using ActorTerm.Runtime.Triggers;
using static ActorTerm.Runtime.Triggers.TriggersProtocol;

namespace ActorTerm.Runtime.Tests.Triggers;

/// <summary>A session with triggers. The program, scripts' functions and the commands that triggers run are the test.</summary>
public abstract class TriggerKit : CoprocessKit
{
    private readonly Lazy<TriggerServices> _services;

    protected TriggerKit()
    {
        Commands = CreateTestProbe("commands");
        _services = new(() => new TriggerServices(new TriggerReader(TriggerSettings), Invocations.Ref, Monitors.Ref, AlertsProbe.Ref, Commands.Ref));
    }

    protected TriggerSettings TriggerSettings { get; set; } = new();

    protected TestProbe Commands { get; }

    protected override SessionsProtocol.IOutputWatcher Watch(SessionsProtocol.IWatchedSession session) => new TriggerWatcher(session, _services.Value);

    /// <summary>A session with this list in its profile.</summary>
    internal (SessionId Session, FakePty Pty) Open(string triggers, params KeyValuePair<string, Value>[] more)
    {
        var (made, pty) = Open(new SessionsProtocol.SessionStart(Argv: ["cat"], ProfileOverrides: [new("Triggers", Value.Parse(triggers)), .. more]));
        Settle(made.Session);
        return (made.Session, pty);
    }

    protected TriggersProtocol.Triggers List(SessionId session) => AskSession<TriggersProtocol.Triggers>(session, new ListTriggers());

    protected string Alert() => AlertsProbe.ExpectMsg<Runtime.Alerts.AlertsProtocol.Raise>().Message;
}
