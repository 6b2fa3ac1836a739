using System.Threading.Channels;

namespace ActorTerm.Benchmarks.Kernel;

/// <summary>What one writes when there is no actor library: a channel, and a loop that handles what comes out of it.</summary>
internal abstract class ChannelActor
{
    private readonly Channel<object> _mailbox = Channel.CreateUnbounded<object>(new UnboundedChannelOptions { SingleReader = true });

    protected ChannelActor() => Loop = Run();

    public Task Loop { get; }

    public void Tell(object message) => _mailbox.Writer.TryWrite(message);

    public void Stop() => _mailbox.Writer.Complete();

    protected abstract void Receive(object message);

    private async Task Run()
    {
        await foreach (var message in _mailbox.Reader.ReadAllAsync().ConfigureAwait(false)) Receive(message);
    }
}
