namespace ActorTerm.Cli;

/// <summary>The command line parses and still makes no sense; the message says what to write instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
