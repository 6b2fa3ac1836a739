namespace ActorTerm.ActorSemantics;

/// <summary>What tests may expect of the test kit, whichever engine it is of.</summary>
public sealed class TestProbeTests : Semantics
{
    [Fact]
    public void A_probe_sends_replies_and_forwards()
    {
        var probe = CreateTestProbe();
        var echo = Spawn(me => me.OnAny(m => me.Asker.Tell(m)));

        probe.Send(echo, "x");
        probe.ExpectMsg("x");
        Assert.Equal(echo, probe.Sender);
        Assert.Equal(echo, probe.LastSender);

        probe.Reply("y");
        probe.ExpectMsg("y");

        probe.Ref.Tell("from the test");
        probe.ExpectMsg("from the test");
        probe.Forward(echo, "z");
        ExpectMsg("z");
    }

    [Fact]
    public void A_probe_is_its_reference()
    {
        var probe = CreateTestProbe();

        probe.Tell("x");

        probe.ExpectMsg("x");
        Assert.Equal(probe.Ref, (IActorRef)probe);
        Assert.True(probe.Ref.Equals(probe));
        Assert.Equal(probe.Ref.GetHashCode(), probe.GetHashCode());
    }

    [Fact]
    public void A_probe_can_be_watched_and_watches()
    {
        var probe = CreateTestProbe();
        var subject = Spawn(_ => { });
        probe.Watch(subject);
        Watch(probe);

        Sys.Stop(subject);
        probe.ExpectTerminated(subject);
        Sys.Stop(probe);

        ExpectTerminated(probe.Ref);
    }

    [Fact]
    public void A_watch_taken_back_is_silent()
    {
        var subject = Spawn(_ => { });
        Watch(subject);
        Unwatch(subject);
        var probe = CreateTestProbe();
        probe.Watch(subject);

        Sys.Stop(subject);
        probe.ExpectTerminated(subject);
        TestActor.Tell("end");

        ExpectMsg("end");
    }

    [Fact]
    public void An_expectation_can_be_a_type_a_value_a_predicate_or_an_assertion()
    {
        for (var i = 0; i < 4; i++) TestActor.Tell(i);

        Assert.Equal(0, ExpectMsg<int>());
        Assert.Equal(1, ExpectMsg(1));
        Assert.Equal(2, ExpectMsg<int>(n => n == 2));
        ExpectMsg<int>(n => Assert.Equal(3, n));
    }

    [Fact]
    public void An_expectation_that_is_not_met_fails()
    {
        TestActor.Tell("x");
        Assert.ThrowsAny<Exception>(() => ExpectMsg<int>());
        TestActor.Tell("y");
        Assert.ThrowsAny<Exception>(() => ExpectMsg("z"));
        TestActor.Tell(1);
        Assert.ThrowsAny<Exception>(() => ExpectMsg<int>(n => n == 2));
        Assert.ThrowsAny<Exception>(() => ExpectMsg<int>(TimeSpan.FromMilliseconds(20)));
        TestActor.Tell(2);
        Assert.ThrowsAny<Exception>(() => ExpectNoMsg(TimeSpan.FromSeconds(10)));
        ExpectNoMsg(TimeSpan.FromMilliseconds(20));
    }

    [Fact]
    public void A_message_can_be_fished_for()
    {
        for (var i = 0; i < 10; i++) TestActor.Tell(i);

        Assert.Equal(7, FishForMessage<int>(n => n == 7));
        ExpectMsg(8);
        Assert.ThrowsAny<Exception>(() => FishForMessage<int>(n => n == 1, TimeSpan.FromMilliseconds(50)));
    }

    [Fact]
    public void Messages_can_be_received_whatever_they_are()
    {
        TestActor.Tell(1);
        TestActor.Tell("two");
        TestActor.Tell(3);

        Assert.Equal([1, "two"], ReceiveN(2));
        Assert.Equal(3, ReceiveOne());
        Assert.Null(ReceiveOne(TimeSpan.Zero));
        Assert.ThrowsAny<Exception>(() => ReceiveN(1, TimeSpan.FromMilliseconds(20)));
    }

    [Fact]
    public void What_comes_to_hold_can_be_awaited()
    {
        var tries = 0;

        AwaitCondition(() => ++tries > 2);
        AwaitCondition(() => ++tries > 4, Patience);
        AwaitAssert(() => Assert.True(++tries > 6));

        Assert.ThrowsAny<Exception>(() => AwaitCondition(() => false, TimeSpan.FromMilliseconds(30)));
        Assert.ThrowsAny<Exception>(() => AwaitAssert(() => Assert.Fail("never"), TimeSpan.FromMilliseconds(30)));
    }

    [Fact]
    public void Within_limits_all_waits_inside_together()
    {
        Within(Patience, () =>
        {
            TestActor.Tell("x");
            ExpectMsg("x");
        });
        Assert.Equal(1, Within(Patience, () => 1));
        Assert.ThrowsAny<Exception>(() => Within(TimeSpan.FromMilliseconds(50), () => ExpectMsg<string>()));
    }
}
