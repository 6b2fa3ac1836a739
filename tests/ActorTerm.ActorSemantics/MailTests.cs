namespace ActorTerm.ActorSemantics;

public sealed class MailTests : Semantics
{
    [Fact]
    public void Messages_of_one_sender_are_handled_in_the_order_they_were_told()
    {
        var actor = Spawn(me => me.On<int>(n => TestActor.Tell(n)));

        for (var i = 0; i < 1_000; i++) actor.Tell(i);

        Assert.Equal(Enumerable.Range(0, 1_000), ReceiveN(1_000).Cast<int>());
    }

    [Fact]
    public void A_stop_ends_the_actor_after_its_current_message_and_the_rest_of_its_mail_is_dead()
    {
        using var gate = new Gate();
        var letters = Subscribed<DeadLetter>();
        var actor = Spawn(me =>
        {
            me.On("hold", () =>
            {
                gate.Pass();
                TestActor.Tell("held");
            });
            me.On<string>(m => TestActor.Tell(m));
            me.Stopping = () => TestActor.Tell("stopped");
        });
        actor.Tell("hold");
        actor.Tell("rest");
        gate.AwaitArrival();

        Stop(actor);
        gate.Open();

        ExpectMsg("held");
        ExpectMsg("stopped");
        var letter = letters.ExpectMsg<DeadLetter>();
        Assert.Equal("rest", letter.Message);
        Assert.Equal(actor, letter.Recipient);
        Assert.Equal(TestActor, letter.Sender);
    }

    [Fact]
    public void An_actor_that_stops_itself_finishes_its_handler_first()
    {
        var actor = Spawn(me =>
        {
            me.On("stop", () =>
            {
                me.Own.Stop(me.Me);
                TestActor.Tell("still here");
            });
            me.On<string>(m => TestActor.Tell(m));
            me.Stopping = () => TestActor.Tell("stopped");
        });

        actor.Tell("stop");
        actor.Tell("rest");

        ExpectMsg("still here");
        ExpectMsg("stopped");
    }

    [Fact]
    public void A_poison_pill_lets_the_actor_handle_what_was_told_before_it()
    {
        using var gate = new Gate();
        var letters = Subscribed<DeadLetter>();
        var actor = Spawn(me =>
        {
            me.On("hold", gate.Pass);
            me.On<string>(m => TestActor.Tell(m));
            me.Stopping = () => TestActor.Tell("stopped");
        });
        actor.Tell("hold");
        gate.AwaitArrival();

        actor.Tell("before");
        actor.Tell(PoisonPill.Instance);
        actor.Tell("behind");
        gate.Open();

        ExpectMsg("before");
        ExpectMsg("stopped");
        Assert.Equal("behind", letters.ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void A_kill_is_a_failure_that_the_parent_decides_once_the_mail_before_it_is_handled()
    {
        var parent = Spawn(
            me =>
            {
                var child = me.Own.ActorOf(Of(kid =>
                {
                    kid.On<string>(m => TestActor.Tell(m));
                    kid.Stopping = () => TestActor.Tell("stopped");
                }));
                me.On<Killing>(_ => child.Tell(Kill.Instance));
                me.OnAny(m => child.Forward(m));
            },
            supervision: () => new OneForOneStrategy(cause =>
            {
                TestActor.Tell(cause);
                return Directive.Stop;
            }));

        parent.Tell("before");
        parent.Tell(new Killing());

        ExpectMsg("before");
        ExpectMsg<ActorKilledException>();
        ExpectMsg("stopped");
    }

    [Fact]
    public void Null_cannot_be_told()
    {
        var actor = Spawn(me => { });
        Settle(actor);

        Assert.Throws<ArgumentNullException>(() => actor.Tell(null!));
    }

    [Fact]
    public void A_message_without_a_sender_comes_from_dead_letters()
    {
        var actor = Spawn(me => me.On<string>(_ => TestActor.Tell(me.Asker)));

        actor.Tell("x", ActorRefs.NoSender);

        Assert.Equal(Sys.DeadLetters, ExpectMsg<IActorRef>());
    }

    [Fact]
    public void Tell_without_a_sender_means_the_actor_that_is_running()
    {
        var receiver = Spawn(me => me.On<string>(_ => TestActor.Tell(me.Asker)));
        var teller = Spawn(me => me.On<string>(m => receiver.Tell(m)));

        teller.Tell("x");

        Assert.Equal(teller, ExpectMsg<IActorRef>());
    }

    [Fact]
    public void Forward_keeps_the_sender()
    {
        var receiver = Spawn(me => me.On<string>(m => me.Asker.Tell(m + " answered")));
        var middle = Spawn(me => me.On<string>(m => receiver.Forward(m)));

        middle.Tell("x");

        ExpectMsg("x answered");
        Assert.Equal(receiver, LastSender);
    }

    [Fact]
    public void Every_actor_answers_identify_once_it_has_handled_what_came_before()
    {
        var actor = Spawn(me => me.On<string>(m => TestActor.Tell(m)));

        actor.Tell("x");
        actor.Tell(new Identify(7));

        ExpectMsg("x");
        var identity = ExpectMsg<ActorIdentity>();
        Assert.Equal(7, identity.MessageId);
        Assert.Equal(actor, identity.Subject);
    }

    [Fact]
    public void A_dead_actor_is_identified_as_nobody()
    {
        Dead().Tell(new Identify(7));

        Assert.Null(ExpectMsg<ActorIdentity>().Subject);
    }

    private sealed record Killing;
}
