namespace ActorTerm.Actors;

/// <returns>False when the message is not handled.</returns>
public delegate bool Receive(object message);
