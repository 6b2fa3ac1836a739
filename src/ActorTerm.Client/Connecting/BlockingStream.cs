using System.Net.Sockets;

namespace ActorTerm.Client;

/// <summary>
/// A socket that is read and written by the thread that asks, in recv(2) and send(2). For who blocks for answers
/// anyway (<see cref="ConnectOptions.BlocksForAnswers"/>): starting an event loop instead would be a tenth of a verb's life.
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
