namespace ActorTerm.Actors;

internal sealed class ChildPath(ActorPath parent, string name, long uid) : ActorPath(parent.Address, parent, name, uid);
