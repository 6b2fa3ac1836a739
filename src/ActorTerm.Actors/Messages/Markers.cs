namespace ActorTerm.Actors;

/// <summary>Handled by the actor's cell and never by the actor's code, but for <see cref="Terminated"/>.</summary>
public interface IAutoReceivedMessage;

/// <summary>A message that leaves the receive timeout running.</summary>
public interface INotInfluenceReceiveTimeout;

/// <summary>A message that can end an actor; edges do not take one from outside.</summary>
public interface IPossiblyHarmful;
