namespace ActorTerm.ActorSemantics;

/// <summary>Makes an actor anew at each incarnation, from a function.</summary>
internal sealed class Made<T>(Func<T> make) : IIndirectActorProducer where T : ActorBase
{
    public Type ActorType => typeof(T);

    public ActorBase Produce() => make();

    public void Release(ActorBase actor)
    {
        // Nothing is pooled.
    }
}

internal static class An
{
    public static Props Actor<T>(Func<T> make) where T : ActorBase => Props.CreateBy(new Made<T>(make));
}
