namespace ActorTerm.Actors;

/// <summary>Hears of the end of other actors.</summary>
public interface ICanWatch
{
    /// <summary>One <see cref="Terminated"/> will come, at once when the subject is dead. A second watch changes nothing.</summary>
    IActorRef Watch(IActorRef subject);

    /// <summary>As <see cref="Watch"/>, but <paramref name="message"/> will come. On a subject watched already it changes nothing.</summary>
    IActorRef WatchWith(IActorRef subject, object message);

    /// <summary>Nothing will come, not even what is in the mailbox already.</summary>
    IActorRef Unwatch(IActorRef subject);
}
