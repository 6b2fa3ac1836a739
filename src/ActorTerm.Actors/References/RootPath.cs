namespace ActorTerm.Actors;

internal sealed class RootPath(Address address) : ActorPath(address, parent: null, name: "", uid: 0);
