namespace ActorTerm.ActorSemantics;

public sealed class RestartTests : Semantics
{
    [Fact]
    public void The_old_instance_says_goodbye_and_the_new_one_starts()
    {
        var actor = Spawn(me =>
        {
            TestActor.Tell("made");
            me.On("boom", () => throw new InvalidOperationException("why"));
            me.Starting = () => TestActor.Tell("PreStart");
            me.Stopping = () => TestActor.Tell("PostStop");
            me.Failing = (reason, message) =>
            {
                TestActor.Tell($"PreRestart {reason.Message} {message}");
                me.BaseFailing(reason, message);
            };
            me.Restarting = reason =>
            {
                TestActor.Tell($"PostRestart {reason.Message}");
                me.BaseRestarting(reason);
            };
        });

        actor.Tell("boom");

        ExpectMsg("made");
        ExpectMsg("PreStart");
        ExpectMsg("PreRestart why boom");
        ExpectMsg("PostStop");
        ExpectMsg("made");
        ExpectMsg("PostRestart why");
        ExpectMsg("PreStart");
    }

    [Fact]
    public void The_mailbox_is_kept_and_the_failing_message_is_not_delivered_again()
    {
        using var gate = new Gate();
        var actor = Spawn(me =>
        {
            me.On("boom", () =>
            {
                gate.Pass();
                TestActor.Tell("failing");
                throw new InvalidOperationException();
            });
            me.On<string>(m => TestActor.Tell(m));
        });

        actor.Tell("boom");
        actor.Tell("a");
        actor.Tell("b");
        gate.Open();

        ExpectMsg("failing");
        ExpectMsg("a");
        ExpectMsg("b");
    }

    [Fact]
    public void Reference_and_path_stay()
    {
        var actor = Spawn(me =>
        {
            me.On("boom", () => throw new InvalidOperationException());
            me.On("who", () => TestActor.Tell(me.Me));
        });

        actor.Tell("who");
        actor.Tell("boom");
        actor.Tell("who");

        var before = ExpectMsg<IActorRef>();
        var after = ExpectMsg<IActorRef>();
        Assert.Equal(before, after);
        Assert.Equal(before.Path.Uid, after.Path.Uid);
    }

    [Fact]
    public void The_behaviour_is_the_constructors_again()
    {
        var actor = Spawn(me =>
        {
            me.On("turn", () => me.Turn(() =>
            {
                me.On("boom", () => throw new InvalidOperationException());
                me.On<string>(m => TestActor.Tell("turned " + m));
            }));
            me.On<string>(m => TestActor.Tell("first " + m));
        });

        actor.Tell("turn");
        actor.Tell("x");
        actor.Tell("boom");
        actor.Tell("y");

        ExpectMsg("turned x");
        ExpectMsg("first y");
    }

    [Fact]
    public void The_sender_of_the_failing_message_is_known_to_PreRestart()
    {
        var actor = Spawn(me =>
        {
            me.On("boom", () => throw new InvalidOperationException("sorry"));
            me.Failing = (reason, _) => me.Asker.Tell(reason.Message);
        });

        actor.Tell("boom");

        ExpectMsg("sorry");
    }

    [Fact]
    public void Children_are_stopped_before_the_new_instance_is_made_but_still_listed_in_its_PostStop()
    {
        using var gate = new Gate();
        var made = 0;
        var actor = Spawn(me =>
        {
            TestActor.Tell("made");
            if (++made == 1) me.Own.ActorOf(Of(kid => kid.Stopping = gate.Pass), "kid");
            me.On("boom", () => throw new InvalidOperationException());
            me.Stopping = () => TestActor.Tell(me.Own.GetChildren().Count());
            me.Restarting = _ => TestActor.Tell(me.Own.GetChildren().Count());
        });
        ExpectMsg("made");

        actor.Tell("boom");
        gate.AwaitArrival();
        ExpectMsg(1);
        TestActor.Tell("child not gone");
        gate.Open();

        ExpectMsg("child not gone");
        ExpectMsg("made");
        ExpectMsg(0);
    }

    [Fact]
    public void In_a_normal_stop_all_children_are_gone_before_PostStop()
    {
        var actor = Spawn(me =>
        {
            me.Own.ActorOf(Of(kid => kid.Stopping = () => TestActor.Tell("kid stopped")));
            me.Own.ActorOf(Of(kid => kid.Stopping = () => TestActor.Tell("kid stopped")));
            me.Stopping = () => TestActor.Tell(me.Own.GetChildren().Count());
        });

        Sys.Stop(actor);

        ExpectMsg("kid stopped");
        ExpectMsg("kid stopped");
        ExpectMsg(0);
    }

    [Fact]
    public void Children_that_PreRestart_spares_are_restarted_with_their_parent()
    {
        var made = 0;
        var actor = Spawn(me =>
        {
            if (++made == 1)
            {
                me.Own.ActorOf(Of(kid =>
                {
                    kid.On<string>(m => TestActor.Tell(m));
                    kid.Restarting = _ => TestActor.Tell("kid restarted");
                }), "kid");
            }

            me.On("boom", () => throw new InvalidOperationException());
            me.On("kid", () => me.Own.Child("kid").Tell("alive"));
            me.Failing = (_, _) => { };
        });

        actor.Tell("boom");
        actor.Tell("kid");

        ExpectMsg("kid restarted");
        ExpectMsg("alive");
    }

    [Fact]
    public void A_PreRestart_that_throws_does_not_stop_the_restart()
    {
        var actor = Spawn(me =>
        {
            me.On("boom", () => throw new InvalidOperationException());
            me.On<string>(m => TestActor.Tell(m));
            me.Failing = (_, _) => throw new NotSupportedException();
        });

        actor.Tell("boom");
        actor.Tell("x");

        ExpectMsg("x");
    }

    [Fact]
    public void A_PostRestart_that_throws_ends_the_actor()
    {
        var actor = Spawn(me =>
        {
            me.On("boom", () => throw new InvalidOperationException());
            me.Restarting = _ => throw new NotSupportedException();
        });
        Watch(actor);

        actor.Tell("boom");

        ExpectTerminated(actor);
    }

    [Fact]
    public void A_stop_that_comes_while_a_restart_waits_for_children_wins()
    {
        using var gate = new Gate();
        var made = 0;
        var actor = Spawn(me =>
        {
            TestActor.Tell("made");
            if (++made == 1) me.Own.ActorOf(Of(kid => kid.Stopping = gate.Pass));
            me.On("boom", () => throw new InvalidOperationException());
        });
        Watch(actor);
        actor.Tell("boom");
        gate.AwaitArrival();

        Stop(actor);
        gate.Open();

        ExpectMsg("made");
        ExpectTerminated(actor);
    }
}
