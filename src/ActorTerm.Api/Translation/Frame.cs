using ActorTerm.Protocol;
using ActorTerm.Runtime.Connections;

namespace ActorTerm.Api.Translation;

/// <summary>An answer, ready for the wire.</summary>
internal sealed record Frame(ServerOriginatedMessage Message) : ConnectionsProtocol.ScriptEvent;
