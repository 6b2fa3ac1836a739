namespace ActorTerm.Actors.Event;

public static class EventStreamExtensions
{
    /// <inheritdoc cref="EventStream.Subscribe"/>
    public static bool Subscribe<TChannel>(this EventStream eventStream, IActorRef subscriber) =>
        eventStream.Subscribe(subscriber, typeof(TChannel));

    /// <inheritdoc cref="EventStream.Unsubscribe(IActorRef, Type)"/>
    public static bool Unsubscribe<TChannel>(this EventStream eventStream, IActorRef subscriber) =>
        eventStream.Unsubscribe(subscriber, typeof(TChannel));
}
