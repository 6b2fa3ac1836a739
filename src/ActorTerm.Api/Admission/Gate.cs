using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace ActorTerm.Api.Admission;

/// <summary>Who may speak to the host: on the Unix socket its own user; on TCP whoever shows the cookie, since others of the machine reach it too.</summary>
internal sealed class Gate(ApiSettings settings)
{
    /// <returns>The status to refuse with, and why; null when the caller may come in.</returns>
    public (int Status, string Why)? Check(HttpContext context, string subprotocol)
    {
        if (IsUnix(context) && !IsOwnUser(context)) return (StatusCodes.Status401Unauthorized, "this host serves its own user only");
        if (Upgrade.Check(context.Request, subprotocol) is { } refusal) return refusal;
        return IsUnix(context) || ShowsCookie(context.Request)
            ? null
            : (StatusCodes.Status401Unauthorized, "TCP needs the host's cookie in x-iterm2-cookie");
    }

    private static Socket? SocketOf(HttpContext context) => context.Features.Get<IConnectionSocketFeature>()?.Socket;

    private static bool IsUnix(HttpContext context) => SocketOf(context)?.AddressFamily == AddressFamily.Unix;

    private static bool IsOwnUser(HttpContext context) => SocketOf(context) is { } socket && PeerCredentials.IsSameUser(socket);

    private bool ShowsCookie(HttpRequest request)
    {
        var shown = Encoding.UTF8.GetBytes(request.Headers["x-iterm2-cookie"].ToString());
        return settings.Cookie.Length > 0 && CryptographicOperations.FixedTimeEquals(shown, Encoding.UTF8.GetBytes(settings.Cookie));
    }
}
