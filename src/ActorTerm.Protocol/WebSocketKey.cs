using System.Security.Cryptography;
using System.Text;

namespace ActorTerm.Protocol;

/// <summary>What both ends of an opening handshake compute from the client's key.</summary>
public static class WebSocketKey
{
    /// <summary>Appended to the key before it is hashed (RFC 6455, section 1.3).</summary>
    private const string Guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /// <param name="key">The header <c>Sec-WebSocket-Key</c>: ASCII.</param>
    /// <returns>The value of <c>Sec-WebSocket-Accept</c> (RFC 6455, section 4.2.2).</returns>
    public static string Accept(string key) => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + Guid)));
}
