using ActorTerm.Language;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Variables;

/// <summary>Tells those who asked when a variable changes. Owners of scopes tell it every change, the workspace every new place of a scope.</summary>
internal sealed class MonitorsActor : ReceiveActor
{
    private readonly MonitorTable<IActorRef> _table = new();
    private readonly VariableSettings _settings;

    public MonitorsActor(VariableSettings settings)
    {
        _settings = settings;

        Receive<Changed>(m => Tell(_table.Changed(m.Scope, m.Name, m.Value, m.Version)));
        Receive<Rewired>(m => Tell(_table.Rewired(m.Scope)));
        Receive<Opened>(m => _table.Open(m.Scope));
        Receive<Closed>(m => _table.Close(m.Scope));
        Receive<VariablesProtocol.Monitor>(Start);
        Receive<MonitorAll>(Start);
        Receive<Unmonitor>(m => _table.Remove(m.Subscriber, m.Tag));
        Receive<Terminated>(m => _table.RemoveAll(m.ActorRef));
    }

    private void Start(VariablesProtocol.Monitor m)
    {
        if (IsFull(m.Subscriber, m.Tag)) return;

        if (!_table.Add(m.Subscriber, m.Tag, m.Scope, m.Name, m.Feeds))
        {
            Sender.Tell(new CycleDetected(m.Tag));
            return;
        }

        Context.Watch(m.Subscriber);
        Sender.Tell(new MonitorStarted(m.Tag));
    }

    private void Start(MonitorAll m)
    {
        if (IsFull(m.Subscriber, m.Tag)) return;

        _table.AddAll(m.Subscriber, m.Tag, m.Kind, m.Name);
        Context.Watch(m.Subscriber);
        Sender.Tell(new MonitorStarted(m.Tag));
    }

    private bool IsFull(IActorRef subscriber, object tag)
    {
        if (_table.Count < _settings.MaxMonitors || _table.Contains(subscriber, tag)) return false;

        Sender.Tell(new MonitorRefused(tag, $"this host has {_table.Count} monitors, as many as it admits (actorterm.variables.max-monitors)"));
        return true;
    }

    private static void Tell(IEnumerable<MonitorTable<IActorRef>.Notice> notices)
    {
        foreach (var notice in notices) notice.Subscriber.Tell(notice.Message);
    }

    /// <summary>From a scope's owner, after each change.</summary>
    /// <param name="Version">Of the scope's map just after it.</param>
    internal sealed record Changed(ScopeHandle Scope, string Name, Value Value, long Version);

    /// <summary>From whoever gave a scope another parent or current one.</summary>
    internal sealed record Rewired(ScopeHandle Scope);

    internal sealed record Opened(ScopeHandle Scope);

    internal sealed record Closed(ScopeHandle Scope);
}
