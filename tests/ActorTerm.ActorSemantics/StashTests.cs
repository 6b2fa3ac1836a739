namespace ActorTerm.ActorSemantics;

public sealed class StashTests : Semantics
{
    [Fact]
    public void Stashed_messages_come_back_in_order_and_before_the_mailbox()
    {
        using var gate = new Gate();
        var actor = SpawnStashing(me =>
        {
            me.On("open", () =>
            {
                gate.Pass();
                me.Stash.UnstashAll();
                me.Turn(() => me.OnAny(m => TestActor.Tell(m)));
            });
            me.OnAny(_ => me.Stash.Stash());
        });

        actor.Tell(1);
        actor.Tell(2);
        actor.Tell("open");
        gate.AwaitArrival();
        actor.Tell(3);
        gate.Open();

        Assert.Equal([1, 2, 3], ReceiveN(3));
    }

    [Fact]
    public void A_stashed_message_keeps_its_sender()
    {
        var probe = CreateTestProbe();
        var actor = SpawnStashing(me =>
        {
            me.On("open", () =>
            {
                me.Stash.UnstashAll();
                me.Turn(() => me.OnAny(m => me.Asker.Tell(m)));
            });
            me.OnAny(_ => me.Stash.Stash());
        });

        probe.Send(actor, "mine");
        actor.Tell("open");

        probe.ExpectMsg("mine");
    }

    [Fact]
    public void Unstash_brings_the_oldest_back()
    {
        var actor = SpawnStashing(me =>
        {
            me.On("open", () =>
            {
                me.Stash.Unstash();
                me.Turn(() =>
                {
                    me.On("more", () => me.Stash.Unstash());
                    me.OnAny(m => TestActor.Tell(m));
                });
            });
            me.OnAny(_ => me.Stash.Stash());
        });

        actor.Tell(1);
        actor.Tell(2);
        actor.Tell("open");
        ExpectMsg(1);
        actor.Tell("more");

        ExpectMsg(2);
    }

    [Fact]
    public void One_message_cannot_be_stashed_twice_but_an_equal_one_can()
    {
        var actor = SpawnStashing(me =>
        {
            me.On("count", () => TestActor.Tell(me.Stash.Count));
            me.OnAny(_ =>
            {
                me.Stash.Stash();
                TestActor.Tell(Record.Exception(me.Stash.Stash)!);
            });
        });

        actor.Tell(1);
        actor.Tell(1);
        actor.Tell("count");

        ExpectMsg<IllegalActorStateException>();
        ExpectMsg<IllegalActorStateException>();
        ExpectMsg(2);
    }

    [Fact]
    public void The_stash_is_there_after_the_constructor()
    {
        SpawnStashing(me =>
        {
            TestActor.Tell(me.Stash is null);
            me.Starting = () => TestActor.Tell(me.Stash is null);
        });

        ExpectMsg(true);
        ExpectMsg(false);
    }

    [Fact]
    public void A_restart_puts_the_stashed_messages_back_into_the_mailbox()
    {
        using var gate = new Gate();
        var made = 0;
        var actor = SpawnStashing(me =>
        {
            if (++made == 2)
            {
                me.OnAny(m => TestActor.Tell(m));
                return;
            }

            me.On("boom", () =>
            {
                gate.Pass();
                throw new InvalidOperationException();
            });
            me.OnAny(_ => me.Stash.Stash());
        });

        actor.Tell(1);
        actor.Tell(2);
        actor.Tell("boom");
        gate.AwaitArrival();
        actor.Tell(3);
        gate.Open();

        Assert.Equal([1, 2, 3], ReceiveN(3));
    }

    [Fact]
    public void An_end_makes_dead_letters_of_the_stashed_messages()
    {
        var letters = Subscribed<DeadLetter>();
        var actor = SpawnStashing(me => me.OnAny(_ => me.Stash.Stash()));
        actor.Tell(1);
        actor.Tell(2);

        actor.Tell(PoisonPill.Instance);

        Assert.Equal(1, letters.ExpectMsg<DeadLetter>().Message);
        Assert.Equal(2, letters.ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void Clearing_the_stash_returns_what_was_in_it()
    {
        var actor = SpawnStashing(me =>
        {
            me.On("clear", () =>
            {
                TestActor.Tell((me.Stash.Count, me.Stash.IsEmpty, me.Stash.NonEmpty, me.Stash.IsFull, me.Stash.Capacity));
                TestActor.Tell(string.Join(',', me.Stash.ClearStash().Select(each => $"{each.Message} {each.Sender.Equals(TestActor)}")));
                TestActor.Tell((me.Stash.Count, me.Stash.IsEmpty, me.Stash.NonEmpty));
            });
            me.OnAny(_ => me.Stash.Stash());
        });

        actor.Tell(1);
        actor.Tell(2);
        actor.Tell("clear");

        ExpectMsg((2, false, true, false, -1));
        ExpectMsg("1 True,2 True");
        ExpectMsg((0, true, false));
    }

    [Fact]
    public void The_end_of_a_watched_actor_can_be_stashed()
    {
        var subject = Spawn(_ => { });
        var actor = SpawnStashing(me =>
        {
            me.Own.Watch(subject);
            me.On<Terminated>(_ =>
            {
                me.Stash.Stash();
                TestActor.Tell("stashed");
            });
            me.On("open", () =>
            {
                me.Stash.UnstashAll();
                me.Turn(() => me.On<Terminated>(end => TestActor.Tell(end.ActorRef)));
            });
        });
        Settle(actor);
        Sys.Stop(subject);
        ExpectMsg("stashed");

        actor.Tell("open");

        ExpectMsg(subject);
    }
}
