namespace ActorTerm.Actors;

public static class ActorRefExtensions
{
    /// <summary>True for null, for <see cref="ActorRefs.Nobody"/>, and for nothing else: a dead actor was somebody.</summary>
    public static bool IsNobody(this IActorRef actorRef) => actorRef is null or Nobody;
}
