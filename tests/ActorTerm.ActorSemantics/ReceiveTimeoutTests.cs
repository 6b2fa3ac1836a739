namespace ActorTerm.ActorSemantics;

public sealed class ReceiveTimeoutTests : Semantics
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private sealed record Quiet : INotInfluenceReceiveTimeout;

    [Fact]
    public void An_actor_that_is_told_nothing_hears_so_again_and_again()
    {
        var actor = Idle(3 * Second);

        Advance(2 * Second, Second);
        TestActor.Tell("two");
        Advance(Second, Second, actor);
        TestActor.Tell("three");
        for (var i = 0; i < 3; i++) Advance(Second, Second, actor);
        TestActor.Tell("six");

        ExpectMsg("two");
        ExpectMsg("idle");
        ExpectMsg("three");
        ExpectMsg("idle");
        ExpectMsg("six");
    }

    [Fact]
    public void A_message_starts_the_time_anew()
    {
        var actor = Idle(3 * Second);

        Advance(2 * Second, Second);
        actor.Tell("x");
        Advance(2 * Second, Second, actor);
        actor.Tell("y");
        Advance(2 * Second, Second, actor);
        TestActor.Tell("six");

        ExpectMsg("x");
        ExpectMsg("y");
        ExpectMsg("six");
    }

    [Fact]
    public void A_message_marked_so_does_not()
    {
        var actor = Idle(3 * Second);

        Advance(2 * Second, Second);
        actor.Tell(new Quiet());
        Settle(actor);
        ExpectMsg<Quiet>();
        Advance(Second, Second, actor);

        ExpectMsg("idle");
    }

    [Fact]
    public void It_is_switched_off_by_null()
    {
        var actor = Idle(Second);
        actor.Tell("off");
        Settle(actor);

        Advance(3 * Second, Second, actor);
        actor.Tell("end");

        ExpectMsg("end");
    }

    [Fact]
    public void It_counts_from_the_end_of_the_handler_that_sets_it()
    {
        using var gate = new Gate();
        var actor = Spawn(me =>
        {
            me.On("set", () =>
            {
                me.Idle(2 * Second);
                gate.Pass();
            });
            me.On<ReceiveTimeout>(_ => TestActor.Tell("idle"));
        });
        actor.Tell("set");
        gate.AwaitArrival();
        Time.Advance(Second);
        gate.Open();
        Settle(actor);

        Advance(Second, Second, actor);
        TestActor.Tell("one");
        Advance(Second, Second, actor);

        ExpectMsg("one");
        ExpectMsg("idle");
    }

    [Fact]
    public void The_context_knows_and_sets_it_too()
    {
        var actor = Spawn(me => me.On<string>(_ =>
        {
            var before = me.Own.ReceiveTimeout;
            me.Own.SetReceiveTimeout(Second);
            TestActor.Tell((before, me.Own.ReceiveTimeout));
        }));

        actor.Tell("set");

        ExpectMsg<(TimeSpan?, TimeSpan?)>((null, Second));
    }

    [Fact]
    public void It_can_be_set_before_the_first_message()
    {
        var actor = Spawn(me =>
        {
            me.Starting = () => me.Idle(Second);
            me.On<ReceiveTimeout>(_ => TestActor.Tell("idle"));
        });
        Settle(actor);

        Advance(Second, Second, actor);

        ExpectMsg("idle");
    }

    private IActorRef Idle(TimeSpan timeout)
    {
        var actor = Spawn(me =>
        {
            me.On("on", () => me.Idle(timeout));
            me.On("off", () => me.Idle(null));
            me.On<ReceiveTimeout>(_ => TestActor.Tell("idle"));
            me.OnAny(m => TestActor.Tell(m));
        });
        actor.Tell("on");
        Settle(actor);
        return actor;
    }
}
