namespace ActorTerm.Actors.Event;

/// <summary>Unsubscribes what has ended.</summary>
internal sealed class SubscriberWatch : ReceiveActor
{
    public SubscriberWatch(EventStream stream)
    {
        Receive<IActorRef>(subscriber => Context.Watch(subscriber));
        Receive<Terminated>(gone => { stream.Unsubscribe(gone.ActorRef); });      // a bool would say whether it was handled
    }

    public static Props Of(EventStream stream) => Props.CreateBy(new FuncProducer<SubscriberWatch>(() => new SubscriberWatch(stream)));
}
