namespace ActorTerm.Actors;

/// <summary>A reference that is another one in disguise and equal to it, as a test probe is its test actor.</summary>
internal interface IActorRefStandIn : IActorRef
{
    IActorRef StandsFor { get; }
}
