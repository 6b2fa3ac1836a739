using System.Net.WebSockets;

namespace ActorTerm.Client;

/// <summary>A WebSocket that is open, and what the host said of itself when it opened.</summary>
/// <param name="ProtocolVersion">Header <c>X-iTerm2-Protocol-Version</c>; null when there was none.</param>
internal sealed record Upgraded(WebSocket WebSocket, string? ProtocolVersion)
{
    public const string VersionHeader = "X-iTerm2-Protocol-Version";
}
