using System.Net.Sockets;

namespace ActorTerm.Client;

/// <summary>
/// A socket that is read and written by the thread that asks, in recv(2) and send(2). A script has one connection: a thread that waits in the
/// kernel has each answer without a detour, and starting an event loop instead would be a tenth of a verb's life.
/// </summary>
internal sealed class BlockingStream(Socket socket) : NetworkStream(socket, ownsSocket: true)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }
}
