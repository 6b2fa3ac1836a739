namespace ActorTerm.ActorSemantics;

public sealed class SchedulerTests : Semantics
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_tell_can_be_scheduled_once()
    {
        var sender = Spawn(_ => { });
        Sys.Scheduler.ScheduleTellOnce(2 * Second, TestActor, "once", sender);

        Time.Advance(Second);
        TestActor.Tell("one");
        Time.Advance(Second);

        ExpectMsg("one");
        ExpectMsg("once");
        Assert.Equal(sender, LastSender);
    }

    [Fact]
    public void A_tell_can_be_scheduled_repeatedly()
    {
        Sys.Scheduler.ScheduleTellRepeatedly(Second, 2 * Second, TestActor, "again", ActorRefs.NoSender);

        for (var i = 0; i < 5; i++) Time.Advance(Second);
        TestActor.Tell("five");

        ExpectMsg("again");
        ExpectMsg("again");
        ExpectMsg("again");
        ExpectMsg("five");
    }

    [Fact]
    public void What_is_scheduled_can_be_called_off()
    {
        var once = Sys.Scheduler.ScheduleTellOnceCancelable(Second, TestActor, "once", ActorRefs.NoSender);
        var again = Sys.Scheduler.ScheduleTellRepeatedlyCancelable(Second, Second, TestActor, "again", ActorRefs.NoSender);

        once.Cancel();
        Time.Advance(Second);
        ExpectMsg("again");
        again.Cancel();
        Time.Advance(Second);
        TestActor.Tell("end");

        ExpectMsg("end");
        Assert.True(once.IsCancellationRequested);
        Assert.True(once.Token.IsCancellationRequested);
    }

    [Fact]
    public void One_cancelable_can_call_off_several()
    {
        var first = Sys.Scheduler.ScheduleTellOnceCancelable(Second, TestActor, "a", ActorRefs.NoSender);
        Sys.Scheduler.ScheduleTellOnce(Second, TestActor, "b", ActorRefs.NoSender, first);
        Sys.Scheduler.ScheduleTellRepeatedly(Second, Second, TestActor, "c", ActorRefs.NoSender, first);

        first.Cancel();
        Time.Advance(Second);
        TestActor.Tell("end");

        ExpectMsg("end");
    }

    [Fact]
    public void Time_stands_still_until_it_is_advanced()
    {
        var start = Sys.Scheduler.Now;

        Time.Advance(90 * Second);

        Assert.Equal(start + 90 * Second, Sys.Scheduler.Now);
        Time.AdvanceTo(start + 100 * Second);
        Assert.Equal(start + 100 * Second, Time.Now);
        Assert.Throws<InvalidOperationException>(() => Time.AdvanceTo(start));
    }

    [Fact]
    public void What_becomes_due_together_comes_in_order_of_its_time()
    {
        Sys.Scheduler.ScheduleTellOnce(3 * Second, TestActor, "third", ActorRefs.NoSender);
        Sys.Scheduler.ScheduleTellOnce(Second, TestActor, "first", ActorRefs.NoSender);
        Sys.Scheduler.ScheduleTellOnce(2 * Second, TestActor, "second", ActorRefs.NoSender);

        Time.Advance(3 * Second);

        Assert.Equal(["first", "second", "third"], ReceiveN(3));
    }

    [Fact]
    public void What_is_started_while_time_passes_waits_for_the_next_step()
    {
        var actor = SpawnTimed(me =>
        {
            me.Timers.StartSingleTimer("a", "a", Second);
            me.On("a", () => me.Timers.StartSingleTimer("b", "b", Second));
            me.On("b", () => TestActor.Tell("b"));
            me.On<string>(m => TestActor.Tell(m));
        });
        Settle(actor);

        Advance(5 * Second, 5 * Second, actor);
        actor.Tell("after one step");
        Advance(Second, Second, actor);

        ExpectMsg("after one step");
        ExpectMsg("b");
    }

    [Fact]
    public void The_monotonic_clock_is_real()
    {
        var before = Sys.Scheduler.MonotonicClock;

        Time.Advance(TimeSpan.FromDays(1));

        Assert.True(Sys.Scheduler.MonotonicClock - before < TimeSpan.FromHours(1));
        Assert.True(Sys.Scheduler.HighResMonotonicClock >= TimeSpan.Zero);
    }
}
