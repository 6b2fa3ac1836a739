namespace ActorTerm.ActorSemantics;

public sealed class SupervisionTests : Semantics
{
    private sealed record Fail(string Child, Exception Cause);

    private sealed record To(string Child, object Message);

    public static TheoryData<Exception, bool> DefaultDecisions => new()
    {
        { new InvalidOperationException("x"), true },
        { new ArgumentException("x"), true },
        { new ActorKilledException("x"), false },
        { new ActorInitializationException("x"), false },
        { new DeathPactException(ActorRefs.Nobody), false },
    };

    [Theory]
    [MemberData(nameof(DefaultDecisions))]
    public void By_default_a_failed_actor_is_restarted_unless_it_could_not_live(Exception cause, bool restarts)
    {
        var family = Family(null, "a");

        family.Tell(new Fail("a", cause));

        ExpectMsg("a started");
        ExpectMsg("a stopped");
        if (restarts) ExpectMsg("a started");
        family.Tell("children");
        Assert.Equal(restarts ? "a" : "", AwaitChildren(family, restarts ? 1 : 0));
    }

    [Fact]
    public void A_resumed_actor_keeps_its_state_and_goes_on_with_the_next_message()
    {
        var family = Family(() => new OneForOneStrategy(_ => Directive.Resume), "a");
        ExpectMsg("a started");

        family.Tell(new To("a", "count"));
        family.Tell(new Fail("a", new InvalidOperationException()));
        family.Tell(new To("a", "count"));

        ExpectMsg(1);
        ExpectMsg(2);
    }

    [Fact]
    public void A_restarted_actor_has_new_state_and_goes_on_with_the_next_message()
    {
        var family = Family(() => new OneForOneStrategy(_ => Directive.Restart), "a");
        ExpectMsg("a started");

        family.Tell(new To("a", "count"));
        family.Tell(new Fail("a", new InvalidOperationException()));
        family.Tell(new To("a", "count"));

        ExpectMsg(1);
        ExpectMsg("a stopped");
        ExpectMsg("a started");
        ExpectMsg(1);
    }

    [Fact]
    public void One_for_one_leaves_the_siblings_alone()
    {
        var family = Family(() => new OneForOneStrategy(_ => Directive.Restart), "a", "b");
        ReceiveN(2);

        family.Tell(new Fail("a", new InvalidOperationException()));
        ExpectMsg("a stopped");
        ExpectMsg("a started");
        family.Tell(new To("b", "count"));

        ExpectMsg(1);
    }

    [Fact]
    public void All_for_one_restarts_the_siblings_too()
    {
        var family = Family(() => new AllForOneStrategy(_ => Directive.Restart), "a", "b");
        ReceiveN(2);

        family.Tell(new Fail("a", new InvalidOperationException()));

        Assert.Equal(["a started", "a stopped", "b started", "b stopped"], ReceiveN(4).Cast<string>().Order());
    }

    [Fact]
    public void All_for_one_stops_the_siblings_too()
    {
        var family = Family(() => new AllForOneStrategy(_ => Directive.Stop), "a", "b");
        ReceiveN(2);

        family.Tell(new Fail("a", new InvalidOperationException()));

        Assert.Equal(["a stopped", "b stopped"], ReceiveN(2).Cast<string>().Order());
        Assert.Equal("", AwaitChildren(family, 0));
    }

    [Fact]
    public void All_for_one_resumes_the_failed_child_only()
    {
        var family = Family(() => new AllForOneStrategy(_ => Directive.Resume), "a", "b");
        ReceiveN(2);

        family.Tell(new Fail("a", new InvalidOperationException()));
        family.Tell(new To("a", "count"));
        family.Tell(new To("b", "count"));

        Assert.Equal([1, 1], ReceiveN(2));
    }

    [Fact]
    public void More_restarts_than_allowed_end_in_a_stop()
    {
        var family = Family(() => new OneForOneStrategy(2, null, _ => Directive.Restart), "a");
        ExpectMsg("a started");

        for (var i = 0; i < 2; i++)
        {
            family.Tell(new Fail("a", new InvalidOperationException()));
            ExpectMsg("a stopped");
            ExpectMsg("a started");
        }

        family.Tell(new Fail("a", new InvalidOperationException()));

        ExpectMsg("a stopped");
        Assert.Equal("", AwaitChildren(family, 0));
    }

    [Fact]
    public void More_restarts_than_allowed_within_the_time_range_end_in_a_stop()
    {
        var family = Family(() => new OneForOneStrategy(1, TimeSpan.FromHours(1), _ => Directive.Restart), "a");
        ExpectMsg("a started");
        family.Tell(new Fail("a", new InvalidOperationException()));
        ExpectMsg("a stopped");
        ExpectMsg("a started");

        family.Tell(new Fail("a", new InvalidOperationException()));

        ExpectMsg("a stopped");
        Assert.Equal("", AwaitChildren(family, 0));
    }

    [Fact]
    public void No_restarts_allowed_is_a_stop_at_once()
    {
        var family = Family(() => new OneForOneStrategy(0, null, _ => Directive.Restart), "a");
        ExpectMsg("a started");

        family.Tell(new Fail("a", new InvalidOperationException()));

        ExpectMsg("a stopped");
        Assert.Equal("", AwaitChildren(family, 0));
    }

    [Fact]
    public void An_escalated_failure_is_the_supervisors_own()
    {
        var top = Spawn(
            me =>
            {
                var middle = me.Own.ActorOf(Of(
                    mid =>
                    {
                        mid.Own.ActorOf(Child("a"), "a");
                        mid.On<Fail>(m => mid.Own.Child(m.Child).Tell(m.Cause));
                        mid.Starting = () => TestActor.Tell("middle started");
                        mid.Stopping = () => TestActor.Tell("middle stopped");
                    },
                    () => new OneForOneStrategy(_ => Directive.Escalate)));
                me.OnAny(middle.Forward);
            },
            supervision: () => new OneForOneStrategy(cause =>
            {
                TestActor.Tell(cause.Message);
                return Directive.Restart;
            }));
        ReceiveN(2);

        top.Tell(new Fail("a", new InvalidOperationException("deep")));

        ExpectMsg("deep");
        Assert.Equal(["a started", "a stopped", "middle started", "middle stopped"], ReceiveN(4).Cast<string>().Order());
    }

    [Fact]
    public void An_escalated_failure_that_is_resumed_resumes_the_child_too()
    {
        var top = Spawn(
            me =>
            {
                var middle = me.Own.ActorOf(Of(
                    mid =>
                    {
                        mid.Own.ActorOf(Child("a"), "a");
                        mid.On<Fail>(m => mid.Own.Child(m.Child).Tell(m.Cause));
                        mid.On<To>(m => mid.Own.Child(m.Child).Tell(m.Message));
                    },
                    () => new OneForOneStrategy(_ => Directive.Escalate)));
                me.OnAny(middle.Forward);
            },
            supervision: () => new OneForOneStrategy(_ => Directive.Resume));
        ExpectMsg("a started");

        top.Tell(new To("a", "count"));
        top.Tell(new Fail("a", new InvalidOperationException()));
        top.Tell(new To("a", "count"));

        ExpectMsg(1);
        ExpectMsg(2);
    }

    [Fact]
    public void Props_can_bring_the_strategy()
    {
        var props = Of(me =>
        {
            me.Own.ActorOf(Child("a"), "a");
            me.On<Fail>(m => me.Own.Child(m.Child).Tell(m.Cause));
        }).WithSupervisorStrategy(new OneForOneStrategy(_ => Directive.Stop));
        var family = Sys.ActorOf(props);
        ExpectMsg("a started");
        Watch(family);

        family.Tell(new Fail("a", new InvalidOperationException()));

        ExpectMsg("a stopped");
    }

    [Fact]
    public void The_stopping_strategy_stops_and_the_default_one_restarts()
    {
        Assert.Equal(Directive.Restart, SupervisorStrategy.DefaultDecider.Decide(new InvalidOperationException()));
        Assert.Equal(Directive.Stop, SupervisorStrategy.DefaultDecider.Decide(new ActorKilledException("x")));
        var family = Family(() => SupervisorStrategy.StoppingStrategy, "a");
        ExpectMsg("a started");

        family.Tell(new Fail("a", new InvalidOperationException()));

        ExpectMsg("a stopped");
        Assert.Equal("", AwaitChildren(family, 0));
    }

    [Fact]
    public void Mail_waits_while_the_supervisor_decides()
    {
        using var gate = new Gate();
        var family = Family(
            () => new OneForOneStrategy(_ =>
            {
                gate.Pass();
                TestActor.Tell("decided");
                return Directive.Resume;
            }),
            "a");
        ExpectMsg("a started");
        family.Tell(new To("a", "me"));
        var child = ExpectMsg<IActorRef>();
        family.Tell(new Fail("a", new InvalidOperationException()));
        gate.AwaitArrival();

        child.Tell("count");
        gate.Open();

        ExpectMsg("decided");
        ExpectMsg(1);
    }

    [Fact]
    public void The_children_of_a_failed_actor_wait_with_it()
    {
        using var gate = new Gate();
        IActorRef? grandchild = null;
        var family = Spawn(
            me =>
            {
                var middle = me.Own.ActorOf(Of(mid =>
                {
                    grandchild = mid.Own.ActorOf(Child("a"), "a");
                    mid.On<Exception>(cause => throw cause);
                }));
                me.OnAny(middle.Forward);
            },
            supervision: () => new OneForOneStrategy(_ =>
            {
                gate.Pass();
                TestActor.Tell("decided");
                return Directive.Resume;
            }));
        ExpectMsg("a started");
        family.Tell(new InvalidOperationException());
        gate.AwaitArrival();
        Watch(grandchild!);                                 // system mail, told after the suspension, is handled all the same

        grandchild!.Tell("count");
        gate.Open();

        ExpectMsg("decided");
        ExpectMsg(1);
    }

    [Fact]
    public void A_decider_that_throws_fails_the_supervisor()
    {
        var top = Spawn(
            me =>
            {
                var middle = me.Own.ActorOf(Of(
                    mid =>
                    {
                        mid.Own.ActorOf(Child("a"), "a");
                        mid.On<Fail>(m => mid.Own.Child(m.Child).Tell(m.Cause));
                    },
                    () => new OneForOneStrategy(_ => throw new NotSupportedException("undecided"))));
                me.OnAny(middle.Forward);
            },
            supervision: () => new OneForOneStrategy(cause =>
            {
                TestActor.Tell(cause.Message);
                return Directive.Stop;
            }));
        ExpectMsg("a started");

        top.Tell(new Fail("a", new InvalidOperationException()));

        ExpectMsg("undecided");
        ExpectMsg("a stopped");
    }

    private IActorRef Family(Func<SupervisorStrategy>? supervision, params string[] names) => Spawn(
        me =>
        {
            foreach (var name in names) me.Own.ActorOf(Child(name), name);
            me.On<Fail>(m => me.Own.Child(m.Child).Tell(m.Cause));
            me.On<To>(m => me.Own.Child(m.Child).Tell(m.Message));
            me.On("children", () => me.Asker.Tell(string.Join(',', me.Own.GetChildren().Select(child => child.Path.Name).Order())));
        },
        supervision: supervision);

    private Props Child(string name) => Of(me =>
    {
        var count = 0;
        me.On<Exception>(cause => throw cause);
        me.On("count", () => TestActor.Tell(++count));
        me.On("me", () => TestActor.Tell(me.Me));
        me.Starting = () => TestActor.Tell(name + " started");
        me.Stopping = () => TestActor.Tell(name + " stopped");
    });

    private string AwaitChildren(IActorRef family, int count)
    {
        var probe = CreateTestProbe();
        var names = "";
        AwaitAssert(() =>
        {
            probe.Send(family, "children");
            names = probe.ExpectMsg<string>();
            Assert.Equal(count, names.Length == 0 ? 0 : names.Split(',').Length);
        });
        return names;
    }
}
