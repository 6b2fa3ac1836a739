namespace ActorTerm.ActorSemantics;

public sealed class TimerTests : Semantics
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_single_timer_fires_once_and_not_before_its_time()
    {
        var actor = SpawnTimed(me =>
        {
            me.On("start", () => me.Timers.StartSingleTimer("k", "tick", 3 * Second));
            Report(me);
        });
        actor.Tell("start");

        Advance(2 * Second, Second, actor);
        actor.Tell("two");
        Advance(5 * Second, Second, actor);
        actor.Tell("seven");

        ExpectMsg("two");
        ExpectMsg("tick");
        ExpectMsg("seven");
    }

    [Fact]
    public void A_single_timer_is_active_until_its_message_is_delivered()
    {
        var actor = SpawnTimed(me =>
        {
            me.On("start", () => me.Timers.StartSingleTimer("k", "tick", Second));
            me.On("active", () => TestActor.Tell((me.Timers.IsTimerActive("k"), me.Timers.ActiveTimers.Count)));
            me.On("tick", () => TestActor.Tell(me.Timers.IsTimerActive("k")));
        });
        actor.Tell("start");
        actor.Tell("active");
        ExpectMsg((true, 1));

        Advance(Second, Second, actor);

        ExpectMsg(false);
        actor.Tell("active");
        ExpectMsg((false, 0));
    }

    [Fact]
    public void A_periodic_timer_fires_first_after_one_interval()
    {
        var actor = SpawnTimed(me =>
        {
            me.On("start", () => me.Timers.StartPeriodicTimer("k", "tick", 2 * Second));
            Report(me);
        });
        actor.Tell("start");

        Advance(Second, Second, actor);
        actor.Tell("one");
        Advance(5 * Second, Second, actor);
        actor.Tell("six");

        ExpectMsg("one");
        ExpectMsg("tick");
        ExpectMsg("tick");
        ExpectMsg("tick");
        ExpectMsg("six");
    }

    [Fact]
    public void A_periodic_timer_can_have_another_first_delay()
    {
        var actor = SpawnTimed(me =>
        {
            me.On("start", () => me.Timers.StartPeriodicTimer("k", "tick", Second, 3 * Second));
            Report(me);
        });
        actor.Tell("start");

        Advance(Second, Second, actor);
        actor.Tell("one");
        Advance(3 * Second, Second, actor);
        actor.Tell("four");

        ExpectMsg("tick");
        ExpectMsg("one");
        ExpectMsg("tick");
        ExpectMsg("four");
    }

    [Fact]
    public void A_timer_replaces_the_one_of_the_same_key_even_if_its_tick_is_in_the_mailbox()
    {
        using var gate = new Gate();
        var actor = SpawnTimed(me =>
        {
            me.On("start", () =>
            {
                me.Timers.StartSingleTimer("k", "old", Second);
                gate.Pass();
                me.Timers.StartSingleTimer("k", "new", Second);
            });
            Report(me);
        });
        actor.Tell("start");
        gate.AwaitArrival();
        Time.Advance(Second);
        gate.Open();
        actor.Tell("old tick passed");

        Advance(Second, Second, actor);

        ExpectMsg("old tick passed");
        ExpectMsg("new");
    }

    [Fact]
    public void A_cancelled_timer_is_not_heard_of_even_if_its_tick_is_in_the_mailbox()
    {
        using var gate = new Gate();
        var actor = SpawnTimed(me =>
        {
            me.On("start", () =>
            {
                me.Timers.StartSingleTimer("a", "a", Second);
                me.Timers.StartSingleTimer("b", "b", Second);
                gate.Pass();
                me.Timers.Cancel("a");
                me.Timers.CancelAll();
                me.Timers.Cancel("never started");
            });
            Report(me);
        });
        actor.Tell("start");
        gate.AwaitArrival();
        Time.Advance(Second);
        gate.Open();

        actor.Tell("end");

        ExpectMsg("end");
    }

    [Fact]
    public void A_tick_from_before_a_restart_is_not_heard_of()
    {
        using var gate = new Gate();
        var actor = SpawnTimed(me =>
        {
            me.On("start", () =>
            {
                me.Timers.StartSingleTimer("k", "tick", Second);
                gate.Pass();
                throw new InvalidOperationException();
            });
            Report(me);
        });
        actor.Tell("start");
        gate.AwaitArrival();
        Time.Advance(Second);
        gate.Open();

        actor.Tell("end");

        ExpectMsg("end");
    }

    [Fact]
    public void Timers_are_cancelled_when_PreRestart_and_PostStop_run()
    {
        var actor = SpawnTimed(me =>
        {
            me.Timers.StartPeriodicTimer("k", "tick", Second);
            me.On("boom", () => throw new InvalidOperationException());
            me.Failing = (_, _) => TestActor.Tell(me.Timers.ActiveTimers.Count);
            me.Stopping = () => TestActor.Tell(me.Timers.ActiveTimers.Count);
        });

        actor.Tell("boom");
        ExpectMsg(0);
        actor.Tell(PoisonPill.Instance);

        ExpectMsg(0);
    }

    [Fact]
    public void Timers_can_be_used_in_the_constructor()
    {
        var actor = SpawnTimed(me =>
        {
            me.Timers.StartSingleTimer("k", "tick", Second);
            Report(me);
        });
        Settle(actor);

        Advance(Second, Second, actor);

        ExpectMsg("tick");
    }

    [Fact]
    public void A_tick_has_no_sender()
    {
        var actor = SpawnTimed(me =>
        {
            me.Timers.StartSingleTimer("k", "tick", Second);
            me.On<string>(_ => TestActor.Tell(me.Asker));
        });
        Settle(actor);

        Advance(Second, Second, actor);

        Assert.Equal(Sys.DeadLetters, ExpectMsg<IActorRef>());
    }

    [Fact]
    public void A_periodic_timer_goes_on_after_a_resume()
    {
        var actor = SpawnTimedChild(
            me =>
            {
                me.Timers.StartPeriodicTimer("k", "tick", Second);
                me.On("boom", () => throw new InvalidOperationException());
                Report(me);
            },
            Directive.Resume);
        actor.Tell("boom");
        Settle(actor);

        Advance(2 * Second, Second, actor);

        ExpectMsg("tick");
        ExpectMsg("tick");
    }

    private void Report(Puppet me) => me.On<string>(m => TestActor.Tell(m));

    private IActorRef SpawnTimedChild(Action<TimedPuppet> script, Directive decision)
    {
        Spawn(
            me =>
            {
                var child = me.Own.ActorOf(An.Actor(() => new TimedPuppet(script)));
                TestActor.Tell(child);
            },
            supervision: () => new OneForOneStrategy(_ => decision));
        return ExpectMsg<IActorRef>();
    }
}
