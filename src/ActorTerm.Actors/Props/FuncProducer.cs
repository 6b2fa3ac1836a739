namespace ActorTerm.Actors;

/// <summary>Makes the kernel's own actors.</summary>
internal sealed class FuncProducer<T>(Func<T> make) : IIndirectActorProducer where T : ActorBase
{
    public Type ActorType => typeof(T);

    public ActorBase Produce() => make();

    public void Release(ActorBase actor)
    {
        // Nothing is pooled.
    }
}
