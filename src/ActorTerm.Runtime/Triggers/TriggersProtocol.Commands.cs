using ActorTerm.Runtime.Identities;

namespace ActorTerm.Runtime.Triggers;

public static partial class TriggersProtocol
{
    /// <summary>To <c>/commands</c>: runs a line of a Run Command trigger by <c>/bin/sh</c>, behind those that wait already. The event <c>trigger.command</c> tells its end.</summary>
    /// <param name="Trigger">Its label.</param>
    /// <param name="Captures">In <c>$TRIGGER_MATCH_0</c> to <c>_9</c>, and <c>$1</c> to <c>$9</c>.</param>
    /// <param name="Directories">It runs in the first that exists.</param>
    public sealed record RunCommand(
        SessionId Session,
        string Trigger,
        string Line,
        IReadOnlyList<string> Captures,
        IReadOnlyDictionary<string, string> Environment,
        IReadOnlyList<string?> Directories);
}
