using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Api.Admission;

/// <summary>
/// What an upgrade request must look like, in the order it is checked: a web page of another site, a browser, a library that is too old
/// must not get in. Spec: docs/protocol.md, section 1.
/// </summary>
internal static class Upgrade
{
    public const string ScriptProtocol = "api.iterm2.com";
    public const string AttachProtocol = "attach.actorterm";
    public const string ProtocolVersion = "1.17";
    private const double OldestPython = 0.24;

    /// <returns>The status to refuse with, and why; null when the request is in order.</returns>
    public static (int Status, string Why)? Check(HttpRequest request, string subprotocol)
    {
        if (!HttpMethods.IsGet(request.Method)) return Bad("the method must be GET");
        if (!Is(request.Headers.Upgrade, "websocket") || !Is(request.Headers.Connection, "Upgrade")) return Bad("this is no WebSocket upgrade");
        if (!Is(request.Headers.SecWebSocketProtocol, subprotocol)) return Bad($"Sec-WebSocket-Protocol must be {subprotocol}");
        if (!IsKey(request.Headers.SecWebSocketKey)) return Bad("Sec-WebSocket-Key must be 16 bytes in base64");
        if (!IsLocalOrigin(request.Headers.Origin)) return Bad("Origin must be a URL of localhost");
        if (request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]" or "::1")) return Bad("Host must be localhost");
        if (!int.TryParse(request.Headers.SecWebSocketVersion, NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version < 13)
            return Bad("Sec-WebSocket-Version must be 13");
        return CheckLibrary(request.Headers["x-iterm2-library-version"]);
    }

    /// <summary>Where the script's invocations come from, for alerts. A hint that gives no rights; what is not known counts as absent.</summary>
    public static ScriptSource SourceOf(HttpRequest request) => Is(request.Headers["x-actorterm-source"], "cli") ? ScriptSource.Cli : ScriptSource.Api;

    private static (int Status, string Why)? CheckLibrary(StringValues header)
    {
        if (header.ToString().Split(' ') is not [{ Length: > 0 } name, var text] || !double.TryParse(text, CultureInfo.InvariantCulture, out var number))
            return Bad("x-iterm2-library-version must be a name and a number");
        return name == "python" && number < OldestPython ? (StatusCodes.Status406NotAcceptable, $"the Python library must be {OldestPython} or newer") : null;
    }

    private static bool IsKey(StringValues header) =>
        Convert.TryFromBase64String(header.ToString(), stackalloc byte[32], out var bytes) && bytes == 16;

    private static bool IsLocalOrigin(StringValues origin) =>
        Uri.TryCreate(origin.ToString(), UriKind.Absolute, out var uri) && uri.Host == "localhost";

    private static bool Is(StringValues header, string value) => string.Equals(header.ToString(), value, StringComparison.OrdinalIgnoreCase);

    private static (int Status, string Why) Bad(string why) => (StatusCodes.Status400BadRequest, why);
}
