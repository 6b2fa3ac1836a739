using System.Runtime.CompilerServices;

namespace ActorTerm.Actors.Tests.Mailboxes;

public class UserMailTests
{
    private readonly Both _queue = new();

    [Fact]
    public void What_went_in_first_comes_out_first_with_its_sender()
    {
        Assert.False(_queue.HasMail);

        _queue.Enqueue("a", ActorRefs.Nobody);
        _queue.Enqueue("b", null);

        Assert.True(_queue.HasMail);
        Assert.True(_queue.TryDequeue(out var message, out var sender));
        Assert.Equal(("a", ActorRefs.Nobody), (message, sender));
        Assert.True(_queue.TryDequeue(out message, out sender));
        Assert.Equal(("b", null), (message, sender));
        Assert.False(_queue.HasMail);
        Assert.False(_queue.TryDequeue(out _, out _));
    }

    [Fact]
    public void It_can_be_emptied_and_filled_again()
    {
        for (var i = 0; i < 100; i++)
        {
            _queue.Enqueue(i, null);
            Assert.True(_queue.TryDequeue(out var message, out _));
            Assert.Equal(i, message);
            Assert.False(_queue.HasMail);
        }
    }

    [Fact]
    public void What_was_taken_is_not_kept_alive()
    {
        var message = Pass(_queue);

        GC.Collect();

        Assert.False(message.IsAlive);
        Assert.False(_queue.HasMail);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Pass(Both queue)
        {
            var passing = new object();
            queue.Enqueue(passing, null);
            queue.TryDequeue(out _, out _);
            return new WeakReference(passing);
        }
    }

    /// <summary>A collector that believes a passed node alive, because it is old, would else keep and move all that came after it.</summary>
    [Fact]
    public void A_node_that_was_passed_leads_nowhere()
    {
        MailboxNode? tail = null, taken = null;
        MailboxNode[] nodes = [new("a", null), new("b", null), new("c", null)];
        foreach (var node in nodes) UserMail.Enqueue(ref tail, ref taken, node);
        var stub = taken;

        foreach (var node in nodes) Assert.Same(node, UserMail.TryDequeue(in tail, in taken, ref taken));

        Assert.Null(stub!.Next);
        Assert.All(nodes, node => Assert.Null(node.Next));
    }

    [Fact]
    public void Each_producers_messages_stay_in_order_and_none_is_lost()
    {
        const int Producers = 4;
        const int Each = 100_000;
        var threads = Enumerable.Range(0, Producers).Select(producer => new Thread(() =>
        {
            for (var i = 0; i < Each; i++) _queue.Enqueue((producer, i), null);
        })).ToList();
        threads.ForEach(thread => thread.Start());

        var next = new int[Producers];
        var spin = default(SpinWait);
        for (var taken = 0; taken < Producers * Each;)
        {
            if (!_queue.TryDequeue(out var message, out _))
            {
                spin.SpinOnce();
                continue;
            }

            var (producer, i) = ((int, int))message!;
            Assert.Equal(next[producer]++, i);
            taken++;
        }

        threads.ForEach(thread => thread.Join());
        Assert.False(_queue.HasMail);
    }

    /// <summary>Both ends, as a cell has them.</summary>
    private sealed class Both
    {
        private MailboxNode? _taken;
        private MailboxNode? _tail;

        public bool HasMail => UserMail.IsWaiting(in _tail, _taken);

        public void Enqueue(object message, IActorRef? sender) => UserMail.Enqueue(ref _tail, ref _taken, new MailboxNode(message, sender));

        public bool TryDequeue(out object? message, out IActorRef? sender)
        {
            var node = UserMail.TryDequeue(in _tail, in _taken, ref _taken);
            (message, sender) = (node?.Message, node?.Sender);
            node?.Forget();
            return node is not null;
        }
    }
}
