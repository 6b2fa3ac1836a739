using ActorTerm.Language;
using ActorTerm.Runtime.Events;
using ActorTerm.Runtime.Identities;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Runtime.Connections;

/// <summary>Admits scripts: one child per connection, as many as the settings allow.</summary>
internal sealed class ConnectionsActor : ReceiveActor
{
    private readonly Func<IActorRef, HostParts> _host;
    private readonly ConnectionSettings _settings;
    private readonly Dictionary<IActorRef, ConnectionInfo> _connected = [];

    /// <param name="host">The parts of the host, given this actor.</param>
    public ConnectionsActor(Func<IActorRef, HostParts> host, ConnectionSettings settings)
    {
        _host = host;
        _settings = settings;
        Receive<Open>(Admit);
        Receive<ListConnections>(_ => Sender.Tell(new ConnectionList([.. _connected.Values.OrderBy(one => one.Id.Number)])));
        Receive<Terminated>(m => Forget(m.ActorRef));
    }

    // A connection that broke cannot be taken up again in mid-stream: it is closed, and its script hears so.
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);

    private void Admit(Open m)
    {
        if (_connected.Count >= _settings.MaxConnections)
        {
            Sender.Tell(new Refused($"{_connected.Count} scripts are connected, which is as many as actorterm.api.max-connections allows"));
            return;
        }

        var id = ConnectionId.Next();
        var connection = Context.Watch(Context.ActorOf(
            Actor.Of(() => new ConnectionActor(id, m, _host(Self), _settings)), id.ActorName));
        var info = new ConnectionInfo(id, m.Name);
        _connected.Add(connection, info);
        Sender.Tell(new Opened(id, connection));
        Publish(EventsProtocol.Kinds.ScriptConnected, info);
    }

    private void Forget(IActorRef gone)
    {
        if (_connected.Remove(gone, out var info)) Publish(EventsProtocol.Kinds.ScriptDisconnected, info);
    }

    private static void Publish(string kind, ConnectionInfo info) => Context.System.EventStream.Publish(new EventsProtocol.HostEvent(
        Context.System.Scheduler.Now,
        kind,
        null,
        Value.Object([new("connection", Value.Of(info.Id.ToString())), new("script", Value.Of(info.Name))])));
}
