using System.Collections.Concurrent;

namespace ActorTerm.Actors.Event;

/// <summary>
/// Events by type: a subscriber of a type gets what is assignable to it. Publishing tells on the publisher's thread, so one subscriber
/// sees one publisher's events in order.
/// </summary>
public class EventStream
{
    private readonly Lock _gate = new();
    private readonly List<(IActorRef Subscriber, Type Channel)> _subscriptions = [];
    private volatile ConcurrentDictionary<Type, IActorRef[]> _subscribersOf = [];   // by event type; made anew at each change
    private IActorRef? _subscriberWatch;

    internal EventStream(LogLevel? level) => Level = level;

    /// <summary>What is said below it is not published; null: nothing is.</summary>
    internal LogLevel? Level { get; }

    /// <summary>A subscriber that ends is unsubscribed.</summary>
    /// <returns>False when it was subscribed to exactly this already.</returns>
    public bool Subscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        ArgumentNullException.ThrowIfNull(channel);
        lock (_gate)
        {
            if (_subscriptions.Contains((subscriber, channel))) return false;
            _subscriptions.Add((subscriber, channel));
            _subscribersOf = [];
        }

        _subscriberWatch?.Tell(subscriber, ActorRefs.NoSender);
        return true;
    }

    /// <returns>False when it was not subscribed to this.</returns>
    public bool Unsubscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return Remove(each => each.Channel == channel && each.Subscriber.Equals(subscriber));
    }

    /// <summary>From everything.</summary>
    /// <returns>False when it was subscribed to nothing.</returns>
    public bool Unsubscribe(IActorRef subscriber) => Remove(each => each.Subscriber.Equals(subscriber));

    public void Publish(object @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        foreach (var subscriber in SubscribersOf(@event.GetType())) subscriber.Tell(@event, ActorRefs.NoSender);
    }

    /// <param name="subscriberWatch">Is told each subscriber, and says when one has ended.</param>
    internal void UnsubscribeTheDead(IActorRef subscriberWatch) => _subscriberWatch = subscriberWatch;

    private IActorRef[] SubscribersOf(Type type)
    {
        var known = _subscribersOf;
        if (known.TryGetValue(type, out var subscribers)) return subscribers;

        lock (_gate)
        {
            subscribers = [.. _subscriptions.Where(each => each.Channel.IsAssignableFrom(type)).Select(each => each.Subscriber).Distinct()];
            _subscribersOf.TryAdd(type, subscribers);
            return subscribers;
        }
    }

    private bool Remove(Predicate<(IActorRef Subscriber, Type Channel)> which)
    {
        lock (_gate)
        {
            _subscribersOf = [];
            return _subscriptions.RemoveAll(which) > 0;
        }
    }
}
