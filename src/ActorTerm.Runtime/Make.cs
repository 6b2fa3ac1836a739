namespace ActorTerm.Runtime;

/// <summary>
/// Makes an actor anew at each incarnation. <c>Props.Create</c> takes an expression tree whose arguments are evaluated once and shared
/// by every restart; this takes a function, costs no expression tree and behaves alike on both engines.
/// </summary>
internal sealed class Make<T>(Func<T> make) : IIndirectActorProducer where T : ActorBase
{
    public Type ActorType => typeof(T);

    public ActorBase Produce() => make();

    public void Release(ActorBase actor)
    {
        // Nothing is pooled: what an actor holds it gives back in PostStop.
    }
}

/// <summary>Props for an actor of this assembly, from a function that makes it.</summary>
internal static class Actor
{
    public static Props Of<T>(Func<T> make) where T : ActorBase => Props.CreateBy(new Make<T>(make));
}
