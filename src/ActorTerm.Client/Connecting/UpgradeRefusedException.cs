using System.Net;

namespace ActorTerm.Client;

/// <summary>Somebody listens, but there will be no WebSocket.</summary>
/// <param name="status">What was answered; null when that was not HTTP, or none of a WebSocket.</param>
internal sealed class UpgradeRefusedException(HttpStatusCode? status, string why) : Exception(why)
{
    public HttpStatusCode? Status { get; } = status;
}
