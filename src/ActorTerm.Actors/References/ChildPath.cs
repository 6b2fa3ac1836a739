namespace ActorTerm.Actors;

internal sealed class ChildPath(ActorPath parent, string name, long uid) : ActorPath(parent.Address, name, uid)
{
    public override ActorPath Parent => parent;

    public override IReadOnlyList<string> Elements => [.. parent.Elements, Name];
}
