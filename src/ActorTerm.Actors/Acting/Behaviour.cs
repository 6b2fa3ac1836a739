namespace ActorTerm.Actors;

/// <summary>How an actor handles messages at the moment, when that is not as its class is written.</summary>
internal abstract class Behaviour
{
    /// <summary>What holds again after <c>UnbecomeStacked</c>; null: as the class is written.</summary>
    public virtual Behaviour? Below => null;

    /// <returns>False when the message is not handled.</returns>
    public abstract bool Handle(object message);
}

internal sealed class ReceiveBehaviour(Receive receive) : Behaviour
{
    public override bool Handle(object message) => receive(message);
}

internal sealed class StackedBehaviour(Behaviour top, Behaviour? below) : Behaviour
{
    public override Behaviour? Below => below;

    public override bool Handle(object message) => top.Handle(message);
}
