using System.Net.WebSockets;

namespace ActorTerm.Api.Connection;

/// <summary>Says goodbye on a WebSocket, for a while: a peer that is going away need not answer.</summary>
internal static class SocketClosing
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);       // a peer that still reads answers within milliseconds

    /// <summary>Ends when the token is cancelled, and without an exception.</summary>
    public static async Task Cancelled(CancellationToken token) =>
        await Task.Delay(Timeout.Infinite, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Says goodbye behind the message that is being sent, and waits a little for the peer's own.</summary>
    /// <param name="reading">Ends when the socket does. It must not be cancelled: a socket whose receiving is cancelled is aborted.</param>
    /// <param name="writing">Ends with the message that it sends.</param>
    public static async Task Close(WebSocket socket, Task reading, Task writing, WebSocketCloseStatus status, string text)
    {
        try
        {
            await writing.WaitAsync(Patience).ConfigureAwait(false);
            await Close(socket, status, text).ConfigureAwait(false);
            await reading.WaitAsync(Patience).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or TimeoutException or IOException)
        {
            socket.Abort();      // the peer is gone, or does not read
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <param name="text">At most 123 bytes of it go out (RFC 6455, 5.5.1).</param>
    public static async Task Close(WebSocket socket, WebSocketCloseStatus status, string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(status, Short(text), patience.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            socket.Abort();      // the peer is gone already: there is nobody to say goodbye to
        }
    }

    private static string Short(string text)
    {
        const int Bytes = 123;
        while (System.Text.Encoding.UTF8.GetByteCount(text) > Bytes) text = text[..^1];
        return text;
    }
}
