using ActorTerm.Language;
using ActorTerm.Runtime.Connections;
using ActorTerm.Runtime.Identities;

namespace ActorTerm.Runtime.Events;

/// <summary>The host's diary: what happened, for people and programs that watch. Published on the system's event stream.</summary>
public static partial class EventsProtocol
{
    /// <param name="Kind">One of <see cref="Kinds"/>.</param>
    /// <param name="Data">An object with what belongs to the kind.</param>
    public sealed record HostEvent(DateTimeOffset Time, string Kind, SessionId? Session, Value Data) : ConnectionsProtocol.ScriptEvent;
}
