using ActorTerm.Runtime.Asking;
using ActorTerm.Runtime.Connections;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Runtime.Tests.Connections;

/// <summary>Connections on virtual time. The script is a wire that keeps what it was told, and every part of the host is a probe.</summary>
public abstract class ConnectionKit : VirtualTimeKit
{
    private readonly Lazy<IActorRef> _connections;

    protected ConnectionKit()
    {
        Workspace = CreateTestProbe("workspace");
        Functions = CreateTestProbe("functions");
        Invocations = CreateTestProbe("invocations");
        Alerts = CreateTestProbe("alerts");
        Monitors = CreateTestProbe("monitors");
        _connections = new(() => Sys.ActorOf(
            Actor.Of(() => new ConnectionsActor(
                self => new HostParts(Workspace.Ref, Functions.Ref, Invocations.Ref, Alerts.Ref, Monitors.Ref, self), Settings)), "connections"));
    }

    protected ConnectionSettings Settings { get; set; } = new();

    protected TestProbe Workspace { get; }

    protected TestProbe Functions { get; }

    protected TestProbe Invocations { get; }

    protected TestProbe Alerts { get; }

    protected TestProbe Monitors { get; }

    protected IActorRef Connections => _connections.Value;

    /// <summary>What /connections says to a script that comes.</summary>
    internal object TryOpen(FakeLink link, ScriptSource source = ScriptSource.Api)
    {
        var edge = CreateTestProbe();
        Connections.Tell(new Open(link, "script", source), edge.Ref);
        return edge.ExpectMsg<object>();
    }

    /// <summary>A script that is connected, and its wire.</summary>
    internal (IActorRef Connection, FakeLink Link) Open(ScriptSource source = ScriptSource.Api)
    {
        var link = new FakeLink();
        return (Assert.IsType<Opened>(TryOpen(link, source)).Connection, link);
    }

    /// <summary>The next question to the workspace; answer it with <see cref="Answer"/>.</summary>
    protected (T Message, Action<object> Answer) ExpectQuestion<T>()
    {
        var asked = Workspace.ExpectMsg<AskingProtocol.Asked>();
        var asker = Workspace.LastSender;
        return (Assert.IsType<T>(asked.Message), answer => asker.Tell(new AskingProtocol.Answered(asked.Tag!.Value, answer), Workspace.Ref));
    }

    /// <summary>An answer as it goes to the wire.</summary>
    protected sealed record Said(object What) : ScriptEvent;

    internal static void ExpectSaid(FakeLink link, object what) => Assert.Equal(what, link.Next<Said>().What);
}
