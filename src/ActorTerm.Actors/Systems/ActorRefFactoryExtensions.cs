namespace ActorTerm.Actors;

public static class ActorRefFactoryExtensions
{
    /// <inheritdoc cref="IActorRefFactory.ActorOf"/>
    public static IActorRef ActorOf<TActor>(this IActorRefFactory factory, string? name = null) where TActor : ActorBase, new() =>
        factory.ActorOf(Props.Create<TActor>(), name);
}
