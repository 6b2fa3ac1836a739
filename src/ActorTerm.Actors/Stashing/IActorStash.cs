namespace ActorTerm.Actors;

public interface IActorStash
{
    /// <summary>Set by the kernel after the constructor.</summary>
    IStash Stash { get; set; }
}

public interface IWithStash : IActorStash;

public interface IWithUnboundedStash : IActorStash;
