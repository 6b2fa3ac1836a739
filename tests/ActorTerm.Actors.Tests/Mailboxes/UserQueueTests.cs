namespace ActorTerm.Actors.Tests.Mailboxes;

public class UserQueueTests
{
    [Fact]
    public void What_went_in_first_comes_out_first_with_its_sender()
    {
        var queue = default(UserQueue);
        Assert.False(queue.HasMail);

        queue.Enqueue(new MailboxNode("a", ActorRefs.Nobody));
        queue.Enqueue(new MailboxNode("b", null));

        Assert.True(queue.HasMail);
        Assert.True(queue.TryDequeue(out var message, out var sender));
        Assert.Equal(("a", ActorRefs.Nobody), (message, sender));
        Assert.True(queue.TryDequeue(out message, out sender));
        Assert.Equal(("b", null), (message, sender));
        Assert.False(queue.HasMail);
        Assert.False(queue.TryDequeue(out _, out _));
    }

    [Fact]
    public void It_can_be_emptied_and_filled_again()
    {
        var queue = default(UserQueue);

        for (var i = 0; i < 100; i++)
        {
            queue.Enqueue(new MailboxNode(i, null));
            Assert.True(queue.TryDequeue(out var message, out _));
            Assert.Equal(i, message);
            Assert.False(queue.HasMail);
        }
    }

    [Fact]
    public void What_was_taken_is_not_kept_alive()
    {
        var queue = default(UserQueue);
        var message = Pass(ref queue);

        GC.Collect();

        Assert.False(message.IsAlive);
        Assert.False(queue.HasMail);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference Pass(ref UserQueue queue)
        {
            var passing = new object();
            queue.Enqueue(new MailboxNode(passing, null));
            queue.TryDequeue(out _, out _);
            return new WeakReference(passing);
        }
    }

    [Fact]
    public void Each_producers_messages_stay_in_order_and_none_is_lost()
    {
        const int Producers = 4;
        const int Each = 200_000;
        var mailbox = new Shared();
        var threads = Enumerable.Range(0, Producers).Select(producer => new Thread(() =>
        {
            for (var i = 0; i < Each; i++) mailbox.Queue.Enqueue(new MailboxNode((producer, i), null));
        })).ToList();
        threads.ForEach(thread => thread.Start());

        var next = new int[Producers];
        var spin = default(SpinWait);
        for (var taken = 0; taken < Producers * Each;)
        {
            if (!mailbox.Queue.TryDequeue(out var message, out _))
            {
                spin.SpinOnce();
                continue;
            }

            var (producer, i) = ((int, int))message;
            Assert.Equal(next[producer]++, i);
            taken++;
        }

        threads.ForEach(thread => thread.Join());
        Assert.False(mailbox.Queue.HasMail);
    }

    private sealed class Shared
    {
        public UserQueue Queue;
    }
}
