namespace ActorTerm.Actors;

internal sealed class RootPath(Address address) : ActorPath(address, "", uid: 0)
{
    public override ActorPath Parent => this;

    public override IReadOnlyList<string> Elements => [];
}
