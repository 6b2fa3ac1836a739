namespace ActorTerm.Client;

/// <summary>A new session, and where it stands.</summary>
public sealed record Created(Window Window, Tab Tab, Session Session);
