using System.Globalization;
using ActorTerm.Language;
using ActorTerm.Runtime.Events;
using static ActorTerm.Runtime.Alerts.AlertsProtocol;

namespace ActorTerm.Runtime.Alerts;

/// <summary>Numbers alerts, keeps the newest and passes each on to everyone who hears them.</summary>
internal sealed class AlertsActor : ReceiveActor
{
    private readonly AlertRing _ring;
    private readonly HashSet<IActorRef> _subscribers = [];

    public AlertsActor(AlertSettings settings)
    {
        _ring = new AlertRing(settings);

        Receive<Raise>(Add);
        Receive<ListAlerts>(m => Sender.Tell(new AlertList(_ring.After(m.After))));
        Receive<GetAlert>(m => Sender.Tell((object?)_ring.Find(m.Id) ?? new NoSuchAlert(m.Id, $"there is no alert {m.Id}, or it was pushed out by newer ones")));
        Receive<SubscribeAlerts>(m =>
        {
            if (_subscribers.Add(m.Subscriber)) Context.Watch(m.Subscriber);
        });
        Receive<UnsubscribeAlerts>(m =>
        {
            if (_subscribers.Remove(m.Subscriber)) Context.Unwatch(m.Subscriber);
        });
        Receive<Terminated>(m => { _subscribers.Remove(m.ActorRef); });
    }

    private void Add(Raise m)
    {
        var alert = _ring.Add(m, Context.System.Scheduler.Now);
        foreach (var subscriber in _subscribers) subscriber.Tell(alert);
        Context.System.EventStream.Publish(new EventsProtocol.HostEvent(alert.Time, EventsProtocol.Kinds.AlertRaised, alert.Session, Value.Object(
        [
            new("id", Value.Of(alert.Id.ToString(CultureInfo.InvariantCulture))),
            new("source", Value.Of(alert.Source.ToString().ToLowerInvariant())),
            new("message", Value.Of(alert.Message)),
        ])));
    }
}
