namespace ActorTerm.Client;

/// <summary>What came of a command.</summary>
/// <param name="Output">Its lines as the terminal showed them, each ended by LF; lines that a wrap cut are one again.</param>
/// <param name="End">Null when time ran out before it ended.</param>
/// <param name="HasTimedOut">Its time ran out.</param>
/// <param name="IsTruncated">The beginning of the output is missing: more lines than a session's history holds.</param>
public sealed record RunResult(string SessionId, string Output, SessionEnd? End, bool HasTimedOut, bool IsTruncated);
