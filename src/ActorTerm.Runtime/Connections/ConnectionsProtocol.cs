using ActorTerm.Runtime.Identities;

namespace ActorTerm.Runtime.Connections;

/// <summary>What is said to and by the actors of connected scripts. The wire itself is the edge's business: see <see cref="IScriptLink"/>.</summary>
public static partial class ConnectionsProtocol
{
    /// <summary>
    /// The wire to one script, implemented by the edge over a byte-bounded queue and one writer. Called by the connection's actor only.
    /// </summary>
    public interface IScriptLink
    {
        /// <summary>Queues one event or answer; false when the queue's byte bound is reached, and then nothing was queued.</summary>
        bool TrySend(ScriptEvent e);

        /// <summary>Ends the connection and tells the script why. Later calls do nothing.</summary>
        void Close(string reason);
    }

    /// <summary>Something a script is told. Features derive their events from it; the edge translates each to its frame.</summary>
    public abstract record ScriptEvent;

    /// <summary>To <c>/connections</c>: a script connected. Answered by <see cref="Opened"/> or <see cref="Refused"/>.</summary>
    /// <param name="Name">What the script calls itself, for people; may be empty.</param>
    /// <param name="Source">What alerts of its invocations say they came from.</param>
    public sealed record Open(IScriptLink Link, string Name, ScriptSource Source = ScriptSource.Api);

    public enum ScriptSource
    {
        /// <summary>A script, or any program that speaks the protocol.</summary>
        Api,

        /// <summary>The command line: a person typed it.</summary>
        Cli,
    }

    /// <param name="Connection">The actor that stands for the script from now on; tell it everything that comes in.</param>
    public sealed record Opened(ConnectionId Id, IActorRef Connection);

    /// <summary>The host has as many connections as it admits (actorterm.api.max-connections).</summary>
    public sealed record Refused(string Reason);

    /// <summary>To a connection: its wire is gone. Everything it registered or asked to be told ends.</summary>
    public sealed record Lost(string Reason);

    /// <summary>To a connection: put this on its wire, after whatever was put there before.</summary>
    public sealed record Deliver(ScriptEvent Event);

    /// <summary>To <c>/connections</c>: who is connected. Answered by <see cref="ConnectionList"/>.</summary>
    public sealed record ListConnections;

    public sealed record ConnectionInfo(ConnectionId Id, string Name);

    public sealed record ConnectionList(IReadOnlyList<ConnectionInfo> Connections);
}
