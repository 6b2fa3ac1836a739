namespace ActorTerm.ActorSemantics;

public sealed class WatchTests : Semantics
{
    [Fact]
    public void The_end_of_a_watched_actor_is_told_once_and_comes_from_it()
    {
        var subject = Spawn(_ => { });
        var watcher = Spawn(me =>
        {
            me.Own.Watch(subject);
            me.Own.Watch(subject);
            me.On<Terminated>(end => TestActor.Tell((end, me.Asker)));
            me.On<string>(m => TestActor.Tell(m));
        });
        Settle(watcher);

        Sys.Stop(subject);

        var (end, sender) = ExpectMsg<(Terminated, IActorRef)>();
        Assert.Equal(subject, end.ActorRef);
        Assert.Equal(subject, sender);
        Assert.True(end.ExistenceConfirmed);
        Assert.False(end.AddressTerminated);
        watcher.Tell("nothing else");
        ExpectMsg("nothing else");
    }

    [Fact]
    public void The_end_of_an_actor_that_is_dead_already_is_told_at_once()
    {
        var subject = Dead();
        Spawn(me =>
        {
            me.Own.Watch(subject);
            me.On<Terminated>(end => TestActor.Tell(end.ExistenceConfirmed));
        });

        ExpectMsg(false);
    }

    [Fact]
    public void A_watch_that_was_taken_back_tells_nothing()
    {
        var subject = Spawn(_ => { });
        var watcher = Spawn(me =>
        {
            me.Own.Watch(subject);
            me.On("unwatch", () => me.Own.Unwatch(subject));
            me.On<Terminated>(_ => TestActor.Tell("told"));
            me.On<string>(m => TestActor.Tell(m));
        });
        watcher.Tell("unwatch");
        Settle(watcher, subject);

        Watch(subject);
        Sys.Stop(subject);
        ExpectTerminated(subject);
        watcher.Tell("nothing");

        ExpectMsg("nothing");
    }

    [Fact]
    public void A_watch_can_be_taken_back_even_when_the_end_is_in_the_mailbox()
    {
        using var first = new Gate();
        using var second = new Gate();
        var subject = Spawn(_ => { });
        var watcher = Spawn(me =>
        {
            me.Own.Watch(subject);
            me.On("first", first.Pass);
            me.On("second", second.Pass);
            me.On("unwatch", () => me.Own.Unwatch(subject));
            me.On<Terminated>(_ => TestActor.Tell("told"));
            me.On<string>(m => TestActor.Tell(m));
        });
        Settle(watcher);
        Watch(subject);
        watcher.Tell("first");
        first.AwaitArrival();
        watcher.Tell("second");
        watcher.Tell("unwatch");
        Sys.Stop(subject);
        ExpectTerminated(subject);
        first.Open();                                       // between first and second the end goes into the mailbox, behind unwatch
        second.AwaitArrival();
        second.Open();

        watcher.Tell("nothing");

        ExpectMsg("nothing");
    }

    [Fact]
    public void WatchWith_tells_the_message_asked_for()
    {
        var subject = Spawn(_ => { });
        var watcher = Spawn(me =>
        {
            me.Own.WatchWith(subject, "it ended");
            me.On<string>(m => TestActor.Tell((m, me.Asker)));
        });
        Settle(watcher);

        Sys.Stop(subject);

        var (message, sender) = ExpectMsg<(string, IActorRef)>();
        Assert.Equal("it ended", message);
        Assert.Equal(subject, sender);
    }

    [Fact]
    public void Of_two_watches_the_first_holds()
    {
        var subject = Spawn(_ => { });
        var watcher = Spawn(me =>
        {
            me.Own.Watch(subject);
            me.Own.WatchWith(subject, "second");
            me.On<Terminated>(_ => TestActor.Tell("first"));
            me.On<string>(m => TestActor.Tell(m));
        });
        Settle(watcher);

        Sys.Stop(subject);

        ExpectMsg("first");
    }

    [Fact]
    public void An_actor_that_does_not_handle_the_end_it_watches_for_dies_of_it()
    {
        var subject = Spawn(_ => { });
        var watcher = Spawn(me =>
        {
            me.Own.Watch(subject);
            me.On<string>(m => TestActor.Tell(m));
            me.Stopping = () => TestActor.Tell("stopped");
        });
        Settle(watcher);
        Watch(watcher);

        Sys.Stop(subject);

        ExpectMsg("stopped");
        ExpectTerminated(watcher);
    }

    [Fact]
    public void An_actor_can_be_watched_again_after_its_end_was_told()
    {
        var subject = Dead();
        Spawn(me =>
        {
            me.Own.Watch(subject);
            var ends = 0;
            me.On<Terminated>(end =>
            {
                TestActor.Tell(end.ActorRef);
                if (++ends == 1) me.Own.Watch(subject);
            });
        });

        ExpectMsg(subject);
        ExpectMsg(subject);
    }

    [Fact]
    public void Watching_oneself_is_of_no_effect()
    {
        var actor = Spawn(me =>
        {
            me.On("watch", () => me.Own.Watch(me.Me));
            me.On<string>(m => TestActor.Tell(m));
        });

        actor.Tell("watch");
        actor.Tell("x");

        ExpectMsg("x");
    }

    [Fact]
    public void Children_that_end_together_are_all_told()
    {
        var parent = Spawn(me =>
        {
            for (var i = 0; i < 20; i++) me.Own.Watch(me.Own.ActorOf(Of(_ => { }), "kid" + i));
            me.On("stop", () =>
            {
                foreach (var kid in me.Own.GetChildren()) me.Own.Stop(kid);
            });
            me.On<Terminated>(end => TestActor.Tell(end.ActorRef.Path.Name));
        });

        parent.Tell("stop");

        Assert.Equal(Enumerable.Range(0, 20).Select(i => "kid" + i).Order(), ReceiveN(20).Cast<string>().Order());
    }

    [Fact]
    public void What_restarts_has_not_ended()
    {
        var subject = Spawn(me =>
        {
            me.On("boom", () => throw new InvalidOperationException());
            me.Restarting = _ => TestActor.Tell("restarted");
        });
        Watch(subject);

        subject.Tell("boom");
        ExpectMsg("restarted");
        Sys.Stop(subject);

        ExpectTerminated(subject);
    }

    [Fact]
    public void Watch_and_unwatch_return_what_they_were_given()
    {
        var subject = Spawn(_ => { });
        var watcher = Spawn(me => me.On<string>(_ =>
        {
            TestActor.Tell(me.Own.Watch(subject));
            TestActor.Tell(me.Own.Unwatch(subject));
            TestActor.Tell(me.Own.WatchWith(subject, "x"));
        }));

        watcher.Tell("go");

        Assert.Equal([subject, subject, subject], ReceiveN(3));
    }
}
