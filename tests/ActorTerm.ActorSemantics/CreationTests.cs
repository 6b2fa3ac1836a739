namespace ActorTerm.ActorSemantics;

public sealed class CreationTests : Semantics
{
    private static int s_evaluated;

    public sealed class Counting : ReceiveActor
    {
        public Counting(int evaluated) => Receive<string>(m =>
        {
            if (m == "boom") throw new InvalidOperationException();
            Sender.Tell(evaluated);
        });
    }

    public sealed class Hidden : ReceiveActor
    {
        internal Hidden(int number) => Receive<string>(_ => Sender.Tell(number));
    }

    public sealed class Plain : ReceiveActor
    {
        public Plain() => Receive<string>(m => Sender.Tell(m));
    }

    [Fact]
    public void ActorOf_returns_before_the_constructor_runs()
    {
        using var gate = new Gate();

        var actor = Spawn(me =>
        {
            gate.Pass();
            me.On<string>(m => TestActor.Tell(m));
        });
        actor.Tell("x");
        gate.AwaitArrival();
        gate.Open();

        ExpectMsg("x");
    }

    [Fact]
    public void A_constructor_that_throws_is_an_initialization_failure_at_the_parent()
    {
        var letters = Subscribed<DeadLetter>();
        var parent = ParentOf(_ => throw new InvalidOperationException("no"));

        parent.Tell("make");

        var cause = ExpectMsg<ActorInitializationException>();
        Assert.Equal("no", Innermost(cause).Message);
        Assert.Equal("mail", letters.ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void A_PreStart_that_throws_is_an_initialization_failure_and_no_PostStop_runs()
    {
        var letters = Subscribed<DeadLetter>();
        var parent = ParentOf(me =>
        {
            me.Starting = () => throw new InvalidOperationException("no");
            me.Stopping = () => TestActor.Tell("stopped");
        });

        parent.Tell("make");

        Assert.Equal("no", Innermost(ExpectMsg<ActorInitializationException>()).Message);
        Assert.Equal("mail", letters.ExpectMsg<DeadLetter>().Message);
        parent.Tell("done");
        ExpectMsg("done");
    }

    [Fact]
    public void An_actor_that_could_not_be_made_is_tried_again_when_the_supervisor_restarts_it()
    {
        var tries = 0;
        var parent = ParentOf(
            me =>
            {
                if (++tries == 1) throw new InvalidOperationException("not yet");
                me.On<string>(m => TestActor.Tell(m));
            },
            Directive.Restart);

        parent.Tell("make");

        ExpectMsg<ActorInitializationException>();
        ExpectMsg("mail");
    }

    [Fact]
    public void A_constructor_that_throws_on_restart_ends_the_actor_and_its_old_instance_is_stopped_twice()
    {
        var tries = 0;
        var actor = Spawn(me =>
        {
            if (++tries == 2) throw new InvalidOperationException("not again");
            me.On("boom", () => throw new InvalidOperationException());
            me.Stopping = () => TestActor.Tell("stopped");
        });
        Watch(actor);

        actor.Tell("boom");

        ExpectMsg("stopped");
        ExpectMsg("stopped");
        ExpectTerminated(actor);
    }

    [Fact]
    public void An_actor_is_made_by_ActorOf_only()
    {
        Exception? thrown = null;
        var outside = new Thread(() => thrown = Record.Exception(() => new Plain()));
        outside.Start();
        outside.Join();

        Assert.IsAssignableFrom<ActorInitializationException>(thrown);
    }

    [Fact]
    public void Arguments_of_a_props_expression_are_evaluated_once_and_shared_by_all_incarnations()
    {
        s_evaluated = 0;
        var actor = Sys.ActorOf(Props.Create(() => new Counting(Interlocked.Increment(ref s_evaluated))));

        actor.Tell("count");
        actor.Tell("boom");
        actor.Tell("count");

        ExpectMsg(1);
        ExpectMsg(1);
    }

    [Fact]
    public void A_producer_is_asked_at_each_incarnation()
    {
        var made = 0;
        var actor = Sys.ActorOf(An.Actor(() => new Counting(++made)));

        actor.Tell("count");
        actor.Tell("boom");
        actor.Tell("count");

        ExpectMsg(1);
        ExpectMsg(2);
    }

    [Fact]
    public void Props_find_public_constructors_only_and_the_actor_is_stopped_at_its_creation()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Hidden(1)));

        Watch(actor);

        ExpectTerminated(actor);
    }

    [Fact]
    public void Props_by_type_and_by_arguments_make_actors()
    {
        Sys.ActorOf<Plain>("plain").Tell("a");
        ExpectMsg("a");
        Sys.ActorOf(Props.Create<Plain>()).Tell("b");
        ExpectMsg("b");
        Sys.ActorOf(Props.Create(typeof(Counting), 7)).Tell("count");
        ExpectMsg(7);
        Sys.ActorOf(Props.Create<Counting>(8)).Tell("count");
        ExpectMsg(8);
        Assert.Equal(typeof(Counting), Props.Create<Counting>(8).Type);
    }

    [Fact]
    public void Props_take_a_new_expression_only() =>
        Assert.ThrowsAny<Exception>(() => Props.Create(() => MakePlain()));

    private static Plain MakePlain() => throw new InvalidOperationException("never called");

    private static Exception Innermost(Exception cause) => cause.InnerException is { } inner ? Innermost(inner) : cause;

    private IActorRef ParentOf(Action<Puppet> child, Directive decision = Directive.Stop) => Spawn(
        me =>
        {
            me.On("make", () => me.Own.ActorOf(Of(child)).Tell("mail", TestActor));
            me.On<string>(m => TestActor.Tell(m));
        },
        supervision: () => new OneForOneStrategy(cause =>
        {
            TestActor.Tell(cause);
            return decision;
        }));
}
