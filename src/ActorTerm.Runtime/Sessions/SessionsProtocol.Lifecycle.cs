using ActorTerm.Runtime.Identities;

namespace ActorTerm.Runtime.Sessions;

public static partial class SessionsProtocol
{
    /// <summary>To the workspace: the program runs.</summary>
    public sealed record Started(SessionId Id, SessionInfo Info);

    /// <summary>From the workspace, after <see cref="Started"/>: the session stands in the tree, and everyone was told. Its output is read from now on.</summary>
    public sealed record Placed
    {
        public static Placed Instance { get; } = new();
    }

    /// <summary>To the workspace: the program could not be started; the session ends itself.</summary>
    public sealed record NotStarted(SessionId Id, string Text);

    /// <summary>To the workspace: the program ended; its screen and exit code stay until the session is closed or its time is up.</summary>
    public sealed record Ended(SessionId Id, SessionInfo Info);

    /// <summary>To the workspace: an ended session runs its program again.</summary>
    public sealed record Restarted(SessionId Id, SessionInfo Info);

    /// <summary>To the workspace: size, name, title or viewers of the session changed.</summary>
    public sealed record Changed(SessionId Id, SessionInfo Info);

    /// <summary>From the workspace: run the close ladder (SIGHUP, SIGCONT, after the grace period SIGKILL), then stop. The workspace watches for the end.</summary>
    public sealed record Close
    {
        public static Close Instance { get; } = new();
    }
}
