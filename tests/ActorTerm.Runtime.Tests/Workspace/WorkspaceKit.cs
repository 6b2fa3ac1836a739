using ActorTerm.Language;
using ActorTerm.Pty;
using ActorTerm.Runtime.Coprocesses;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Invocations;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Root;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Tests.Sessions;
using ActorTerm.Runtime.Triggers;
using ActorTerm.Runtime.Variables;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Tests.Workspace;

/// <summary>A workspace and its sessions on virtual time, over pseudo-terminals whose programs are the test.</summary>
public abstract class WorkspaceKit : VirtualTimeKit
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    protected WorkspaceKit()
    {
        var settings = new RuntimeSettings { Sessions = Settings, Coprocesses = CoprocessSettings };
        Script = CreateTestProbe("script");
        Monitors = CreateTestProbe("monitors");
        AlertsProbe = CreateTestProbe("alerts");
        Invocations = CreateTestProbe("invocations");
        Maker = new SessionMaker(Ptys, Monitors.Ref, AlertsProbe.Ref, Invocations.Ref, Keys, Titles, settings, new TriggersProtocol.TriggerReader(settings.Triggers), Watch);
        Tree = Sys.ActorOf(
            Actor.Of(() => new WorkspaceActor(
                Maker, TreeSettings, Monitors.Ref, AlertsProbe.Ref, Keys, scope => new VariablesProtocol.ScopeOwner(scope, Monitors.Ref, settings.Variables), Titles)), "workspace");
    }

    /// <summary>Live strings that read what is there at once; nobody tells them of changes.</summary>
    private protected Func<IActorRef, ILoggingAdapter, InvocationsProtocol.LiveStrings> Titles => (owner, log) =>
        new(new InvocationsProtocol.LiveStringHost(owner, ActorRefs.Nobody, ActorRefs.Nobody, ActorRefs.Nobody, log, new InvocationSettings(), new ParseCache()));

    internal FakePtyHost Ptys { get; } = new();

    internal SessionMaker Maker { get; }

    protected virtual SessionSettings Settings => new();

    protected virtual CoprocessSettings CoprocessSettings => new();

    /// <summary>What watches the lines of a session; nothing, unless a test says so.</summary>
    protected virtual SessionsProtocol.IOutputWatcher? Watch(SessionsProtocol.IWatchedSession session) => null;

    protected virtual WorkspaceSettings TreeSettings => new();

    protected TestProbe Script { get; }

    protected TestProbe Monitors { get; }

    protected TestProbe AlertsProbe { get; }

    /// <summary>Gets what keys invoke.</summary>
    protected TestProbe Invocations { get; }

    protected KeysProtocol.HostKeys Keys { get; } = new();

    protected IActorRef Tree { get; }

    /// <summary>Asks the workspace as a script's connection would, and waits for the answer.</summary>
    protected T Ask<T>(object message)
    {
        var asker = CreateTestProbe();
        Tree.Tell(message, asker.Ref);
        return asker.ExpectMsg<T>(Patience);
    }

    protected T AskSession<T>(SessionId session, object message) => Ask<T>(new ToSession(SessionTarget.Of(session), message));

    /// <summary>A session in a tab of its own, and the terminal its program runs on.</summary>
    internal (Created Made, FakePty Pty) Open(SessionsProtocol.SessionStart? start = null, WindowId? window = null)
    {
        var made = Ask<Created>(new CreateTab(window, null, true, start ?? new SessionsProtocol.SessionStart(Argv: ["cat"])));
        return (made, Ptys.Spawned.Take());
    }
}
