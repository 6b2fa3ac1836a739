namespace ActorTerm.Benchmarks.Kernel;

internal sealed class Make<T>(Func<T> make) : IIndirectActorProducer where T : ActorBase
{
    public Type ActorType => typeof(T);

    public ActorBase Produce() => make();

    public void Release(ActorBase actor)
    {
        // Nothing is pooled.
    }

    public static Props Of(Func<T> make) => Props.CreateBy(new Make<T>(make));
}
