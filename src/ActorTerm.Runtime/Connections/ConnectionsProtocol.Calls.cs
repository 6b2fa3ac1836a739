using ActorTerm.Language;

namespace ActorTerm.Runtime.Connections;

public static partial class ConnectionsProtocol
{
    /// <summary>
    /// From a function to its connection: the script is to run it. The connection tells the sender <c>FunctionsProtocol.Answered</c> or
    /// <c>FunctionsProtocol.Raised</c> when the script answers, however late.
    /// </summary>
    /// <param name="Call">Unique on this host.</param>
    /// <param name="Name">Without name space, as the script registered it.</param>
    /// <param name="Arguments">All registered ones, sorted by name (ordinal).</param>
    public sealed record CallScript(long Call, string Name, IReadOnlyList<(string Name, Value Value)> Arguments);

    /// <summary>
    /// From a function to its connection: nobody waits for this call any more. The script may still answer it; that answer is told to the
    /// function all the same, which counts it as late, as long as the connection remembers where it belongs.
    /// </summary>
    public sealed record ForgetCall(long Call);
}
