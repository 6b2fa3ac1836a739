using ActorTerm.Language;
using ActorTerm.Pty;
using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Connections;
using ActorTerm.Runtime.Functions;
using ActorTerm.Runtime.Invocations;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Triggers;
using ActorTerm.Runtime.Variables;
using ActorTerm.Runtime.Workspace;

namespace ActorTerm.Runtime.Root;

// /user
//   /alerts                 bounded ring of errors with tracebacks
//   /monitors               who hears of which variable
//   /commands               commands of triggers, so many at once
//     /command-<n>          one of them
//   /invocations            composed calls in flight, each a pure state machine
//   /workspace              windows > tabs > split trees, and the focus
//     /session-<id>         program, terminal, variables, write queue
//       /viewer-<n>         one attached client: its credit, its frames, its keys
//   /functions              the table: signature -> registration
//     /fn-<n>               one registered function: its calls in flight
//   /connections
//     /conn-<n>             one connected script: its subscriptions and registrations

/// <summary>The whole actor tree of one host. The only place that sees every feature.</summary>
public sealed class RuntimeSystem
{
    /// <summary>What a part may take to stop that waits for no program.</summary>
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(15);

    /// <summary>What the sessions' actors themselves may take beside the close ladder, on a machine that is busy.</summary>
    private static readonly TimeSpan ForTheActors = TimeSpan.FromSeconds(5);

    private readonly TimeSpan _closing;

    /// <param name="closing">What closing all sessions may take; those that are left then are killed with their terminals.</param>
    private RuntimeSystem(ActorSystem system, IActorRef workspace, IActorRef connections, TimeSpan closing)
    {
        _closing = closing;
        System = system;
        Workspace = workspace;
        Connections = connections;
    }

    public ActorSystem System { get; }

    public IActorRef Workspace { get; }

    public IActorRef Connections { get; }

    /// <param name="engine">The actor engine's own configuration, HOCON under <c>akka</c>; empty for its defaults.</param>
    public static RuntimeSystem Start(RuntimeSettings settings, IPtyHost ptys, string engine)
    {
        var system = ActorSystem.Create("actorterm", ConfigurationFactory.ParseString(engine));
        var alerts = system.ActorOf(Actor.Of(() => new AlertsActor(settings.Alerts)), "alerts");
        var monitors = system.ActorOf(Actor.Of(() => new MonitorsActor(settings.Variables)), "monitors");
        var invocations = system.ActorOf(InvocationSupervisor.Of(settings.Invocations, alerts), "invocations");
        var texts = new ParseCache(settings.Invocations.ParseCacheTexts, settings.Invocations.Language);
        var keys = new KeysProtocol.HostKeys();
        keys.Configure(settings.Keys);
        var commands = system.ActorOf(Actor.Of(() => new CommandsActor(ptys, alerts, settings.Triggers)), "commands");
        var triggers = new TriggerServices(new TriggersProtocol.TriggerReader(settings.Triggers), invocations, monitors, alerts, commands);
        IActorRef functions = ActorRefs.Nobody;
        var workspace = system.ActorOf(
            Actor.Of(() => new WorkspaceActor(
                new SessionMaker(ptys, monitors, alerts, invocations, keys, LiveStrings, settings, triggers.Reader, session => new TriggerWatcher(session, triggers)),
                settings.Workspace,
                monitors,
                alerts,
                keys,
                scope => new VariablesProtocol.ScopeOwner(scope, monitors, settings.Variables),
                LiveStrings)),
            "workspace");
        functions = system.ActorOf(FunctionTableActor.Of(settings.Functions, invocations, workspace), "functions");
        var connections = system.ActorOf(
            Actor.Of(() => new ConnectionsActor(
                self => new HostParts(workspace, functions, invocations, alerts, monitors, self), settings.Connections)), "connections");
        return new RuntimeSystem(system, workspace, connections, CloseLadder.Longest(settings.Sessions.CloseGrace) + ForTheActors);

        InvocationsProtocol.LiveStrings LiveStrings(IActorRef owner, ILoggingAdapter log) =>
            new(new InvocationsProtocol.LiveStringHost(owner, invocations, monitors, functions, log, settings.Invocations, texts));
    }

    /// <summary>Ends everything, from the edge inwards: scripts first, then sessions by the close ladder, then the rest.</summary>
    public async Task Stop()
    {
        await Connections.GracefulStop(StopPatience).ConfigureAwait(false);
        await Workspace.Ask<object>(new WorkspaceProtocol.CloseEverything(), _closing).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
        await Workspace.GracefulStop(StopPatience).ConfigureAwait(false);
        await System.Terminate().ConfigureAwait(false);
    }
}
