namespace ActorTerm.ActorSemantics;

public sealed class ReceiveActorTests : Semantics
{
    [Fact]
    public void The_first_handler_that_fits_handles()
    {
        var actor = Spawn(me =>
        {
            me.On<int>(n => n > 10, _ => TestActor.Tell("large"));
            me.On<int>(_ => TestActor.Tell("int"));
            me.On<IComparable>(_ => TestActor.Tell("comparable"));
            me.OnAny(_ => TestActor.Tell("any"));
        });

        actor.Tell(11);
        actor.Tell(1);
        actor.Tell("text");
        actor.Tell(new object());

        ExpectMsg("large");
        ExpectMsg("int");
        ExpectMsg("comparable");
        ExpectMsg("any");
    }

    [Fact]
    public void A_handler_can_let_a_message_pass()
    {
        var actor = Spawn(me =>
        {
            me.Try<int>(n =>
            {
                if (n == 1) TestActor.Tell("one");
                return n == 1;
            });
            me.On<int>(n => TestActor.Tell(n));
        });

        actor.Tell(1);
        actor.Tell(2);

        ExpectMsg("one");
        ExpectMsg(2);
    }

    [Fact]
    public void A_handler_with_a_predicate_for_all_types_lets_others_follow()
    {
        var actor = Spawn(me =>
        {
            me.On<object>(m => m is int, _ => TestActor.Tell("int"));
            me.On<string>(m => TestActor.Tell(m));
        });

        actor.Tell(1);
        actor.Tell("x");

        ExpectMsg("int");
        ExpectMsg("x");
    }

    [Fact]
    public void Behind_a_handler_for_all_messages_none_can_be_registered()
    {
        Spawn(me =>
        {
            me.OnAny(_ => { });
            TestActor.Tell(Record.Exception(() => me.On<string>(_ => { }))!);
        });

        ExpectMsg<InvalidOperationException>();
    }

    [Fact]
    public void Handlers_are_registered_in_the_constructor_and_in_become_only()
    {
        var actor = Spawn(me => me.On<int>(_ => TestActor.Tell(Record.Exception(() => me.On<string>(_ => { }))!)));

        actor.Tell(1);

        ExpectMsg<InvalidOperationException>();
    }

    [Fact]
    public void Become_replaces_the_handlers_from_the_next_message_on()
    {
        var actor = Spawn(me =>
        {
            me.On("turn", () =>
            {
                me.Turn(() => me.On<string>(m => TestActor.Tell("new " + m)));
                TestActor.Tell("goes on");
            });
            me.On<string>(m => TestActor.Tell("old " + m));
            me.On<int>(n => TestActor.Tell(n));
            me.NotHandling = m => TestActor.Tell("unhandled " + m);
        });

        actor.Tell("x");
        actor.Tell("turn");
        actor.Tell("x");
        actor.Tell(1);

        ExpectMsg("old x");
        ExpectMsg("goes on");
        ExpectMsg("new x");
        ExpectMsg("unhandled 1");
    }

    [Fact]
    public void A_stacked_behaviour_gives_way_to_the_one_below()
    {
        var actor = Spawn(me =>
        {
            me.On("up", () => me.TurnStacked(() =>
            {
                me.On("up", () => me.TurnStacked(() => On(me, "third")));
                me.On("turn", () => me.Turn(() => On(me, "replaced")));
                On(me, "second");
            }));
            On(me, "first");
        });

        actor.Tell("x");
        actor.Tell("up");
        actor.Tell("x");
        actor.Tell("up");
        actor.Tell("x");
        actor.Tell("down");
        actor.Tell("turn");
        actor.Tell("x");
        actor.Tell("down");
        actor.Tell("x");
        actor.Tell("down");
        actor.Tell("x");

        ExpectMsg("first x");
        ExpectMsg("second x");
        ExpectMsg("third x");
        ExpectMsg("replaced x");
        ExpectMsg("first x");
        ExpectMsg("first x");
    }

    [Fact]
    public void After_a_plain_become_unbecome_leads_back_to_the_constructors_handlers()
    {
        var actor = Spawn(me =>
        {
            me.On("turn", () => me.Turn(() => On(me, "turned")));
            On(me, "first");
        });

        actor.Tell("turn");
        actor.Tell("x");
        actor.Tell("down");
        actor.Tell("x");

        ExpectMsg("turned x");
        ExpectMsg("first x");
    }

    [Fact]
    public void The_context_can_become_too()
    {
        var actor = Spawn(me =>
        {
            me.On("turn", () => me.Own.Become((Receive)(m =>
            {
                TestActor.Tell("turned " + m);
                return m is string;
            })));
            me.On("stack", () => me.Own.BecomeStacked((Receive)(m =>
            {
                if (m is "back") me.Own.UnbecomeStacked();
                else TestActor.Tell("stacked " + m);
                return true;
            })));
            me.On<string>(m => TestActor.Tell("first " + m));
            me.NotHandling = m => TestActor.Tell("unhandled " + m);
        });

        actor.Tell("stack");
        actor.Tell("x");
        actor.Tell("back");
        actor.Tell("x");
        actor.Tell("turn");
        actor.Tell("x");
        actor.Tell(1);

        ExpectMsg("stacked x");
        ExpectMsg("first x");
        ExpectMsg("turned x");
        ExpectMsg("turned 1");
        ExpectMsg("unhandled 1");
    }

    [Fact]
    public void An_untyped_actor_gets_everything()
    {
        var actor = Sys.ActorOf(An.Actor(() => new Untyped()));

        actor.Tell("x");
        actor.Tell(1);

        ExpectMsg("x");
        ExpectMsg("1 not handled");
    }

    private static void On(Puppet me, string name)
    {
        me.On("down", me.TurnBack);
        me.On<string>(m => me.Asker.Tell(name + " " + m));
    }

    private sealed class Untyped : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is string) Sender.Tell(message);
            else Unhandled(message);
        }

        protected override void Unhandled(object message)
        {
            Sender.Tell($"{message} not handled");
            base.Unhandled(message);
        }
    }
}
