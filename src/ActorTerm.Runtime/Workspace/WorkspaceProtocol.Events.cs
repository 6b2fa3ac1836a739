using ActorTerm.Runtime.Connections;
using ActorTerm.Runtime.Identities;

namespace ActorTerm.Runtime.Workspace;

public static partial class WorkspaceProtocol
{
    /// <summary>
    /// What a connection may hear of the tree. After a creation a subscriber is told Layout, Focus, Added, then comes the answer; after a
    /// removal Layout, Focus, Terminated, the answer. Scripts' libraries rely on that order.
    /// </summary>
    [Flags]
    public enum TreeEvents
    {
        None = 0,
        Layout = 1,
        Focus = 2,
        Added = 4,
        Terminated = 8,
        Broadcast = 16,
        Profiles = 32,
    }

    /// <summary>Replaces what the sender hears of the tree. Forgotten when the sender ends.</summary>
    public sealed record HearTree(TreeEvents Events);

    public sealed record LayoutChanged(TreeSnapshot Tree) : ConnectionsProtocol.ScriptEvent;

    public sealed record FocusChanged(FocusItem Item) : ConnectionsProtocol.ScriptEvent;

    public sealed record SessionAdded(SessionId Id) : ConnectionsProtocol.ScriptEvent;

    /// <summary>The session's program ended, or the session was closed; said once per session and start.</summary>
    public sealed record SessionTerminated(SessionId Id) : ConnectionsProtocol.ScriptEvent;

    /// <summary>The shared profile of that guid has other properties, is new or is gone. Said before the request that did it is answered.</summary>
    public sealed record ProfileChanged(string Guid) : ConnectionsProtocol.ScriptEvent;

    public sealed record BroadcastChanged(IReadOnlyList<IReadOnlyList<SessionId>> Domains) : ConnectionsProtocol.ScriptEvent;
}
