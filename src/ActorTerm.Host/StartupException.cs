namespace ActorTerm.Host;

/// <summary>The host cannot start; the message is one line for people that says what is wrong and where.</summary>
internal sealed class StartupException(string message) : Exception(message);
