namespace ActorTerm.Protocol;

/// <summary>Bytes that do not parse as the envelope they should be. The message says how many, and what was wrong first.</summary>
public sealed class MalformedEnvelopeException(string message, Exception inner) : FormatException(message, inner);
