namespace ActorTerm.ActorSemantics;

public sealed class AsyncHandlerTests : Semantics
{
    /// <summary>What the actor awaits; completed by the test.</summary>
    private readonly TaskCompletionSource _awaited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public void After_an_await_sender_and_self_are_what_they_were()
    {
        var actor = Spawn(me => me.OnAsync("go", async () =>
        {
            TestActor.Tell("awaiting");
            await _awaited.Task;
            me.Asker.Tell((me.Asker, me.Me));
        }));
        actor.Tell("go");
        ExpectMsg("awaiting");

        _awaited.SetResult();

        var (sender, self) = ExpectMsg<(IActorRef, IActorRef)>();
        Assert.Equal(TestActor, sender);
        Assert.Equal(actor, self);
        Assert.Equal(actor, LastSender);
    }

    [Fact]
    public void The_next_message_waits_until_the_task_ends()
    {
        var actor = Awaiting();
        actor.Tell("next");

        _awaited.SetResult();

        ExpectMsg("awaited");
        ExpectMsg("next");
    }

    [Fact]
    public void A_poison_pill_waits_too()
    {
        var actor = Awaiting();
        actor.Tell(PoisonPill.Instance);

        _awaited.SetResult();

        ExpectMsg("awaited");
        ExpectMsg("stopped");
    }

    [Fact]
    public void A_stop_drops_what_follows_the_await_even_finally()
    {
        var actor = Awaiting();
        Watch(actor);

        Sys.Stop(actor);
        ExpectMsg("stopped");
        ExpectTerminated(actor);
        _awaited.SetResult();

        TestActor.Tell("end");
        ExpectMsg("end");
    }

    [Fact]
    public void System_mail_is_handled_while_the_actor_awaits()
    {
        var actor = Awaiting();

        Watch(actor);                                       // returns when the test actor watches; the watch itself is system mail
        Sys.Stop(actor);

        ExpectMsg("stopped");
        ExpectTerminated(actor);
    }

    [Fact]
    public void An_exception_after_the_await_goes_to_supervision_with_the_original_message()
    {
        var actor = Spawn(me =>
        {
            me.OnAsync("go", async () =>
            {
                TestActor.Tell("awaiting");
                await _awaited.Task;
                throw new InvalidOperationException("late");
            });
            me.On<string>(m => TestActor.Tell(m));
            me.Failing = (reason, message) => me.Asker.Tell($"{reason.Message} {message}");
        });
        actor.Tell("go");
        ExpectMsg("awaiting");
        actor.Tell("next");

        _awaited.SetResult();

        ExpectMsg("late go");
        ExpectMsg("next");
    }

    [Fact]
    public void An_exception_before_any_await_goes_to_supervision_too()
    {
        var actor = Spawn(me =>
        {
            me.OnAsync("go", () => throw new InvalidOperationException("early"));
            me.On<string>(m => TestActor.Tell(m));
            me.Failing = (reason, message) => TestActor.Tell($"{reason.Message} {message}");
        });

        actor.Tell("go");
        actor.Tell("next");

        ExpectMsg("early go");
        ExpectMsg("next");
    }

    [Fact]
    public void A_cancelled_task_is_a_failure()
    {
        var actor = Spawn(me =>
        {
            me.OnAsync("go", async () =>
            {
                TestActor.Tell("awaiting");
                await _awaited.Task;
            });
            me.Failing = (reason, _) => TestActor.Tell(reason);
        });
        actor.Tell("go");
        ExpectMsg("awaiting");

        _awaited.SetCanceled();

        ExpectMsg<TaskCanceledException>();
    }

    [Fact]
    public void Without_the_context_there_is_no_self_no_sender_and_no_context()
    {
        var inline = new TaskCompletionSource();
        var actor = Spawn(me => me.OnAsync("go", async () =>
        {
            TestActor.Tell("awaiting", ActorRefs.NoSender);
            await inline.Task.ConfigureAwait(false);
            TestActor.Tell(Record.Exception(() => me.Own)!, ActorRefs.NoSender);
            TestActor.Tell(Record.Exception(() => me.Me)!, ActorRefs.NoSender);
            TestActor.Tell(Record.Exception(() => me.Asker)!, ActorRefs.NoSender);
        }));
        actor.Tell("go");
        ExpectMsg("awaiting");
        Settle(Spawn(_ => { }));                            // by now the handler awaits

        new Thread(inline.SetResult).Start();               // a thread that has never seen an actor

        ExpectMsg<NotSupportedException>();
        ExpectMsg<NotSupportedException>();
        ExpectMsg<NotSupportedException>();
    }

    [Fact]
    public void An_await_that_need_not_wait_does_not_leave_the_turn()
    {
        var actor = Spawn(me =>
        {
            me.OnAsync("go", async () =>
            {
                await Task.CompletedTask;
                TestActor.Tell("done");
            });
            me.On<string>(m => TestActor.Tell(m));
        });

        actor.Tell("go");
        actor.Tell("next");

        ExpectMsg("done");
        ExpectMsg("next");
    }

    [Fact]
    public void Handlers_that_await_are_chosen_like_others()
    {
        var actor = Spawn(me =>
        {
            me.OnAsync<int>(n => n > 10, async n =>
            {
                await Task.Yield();
                TestActor.Tell("large");
            });
            me.On<int>(_ => TestActor.Tell("small"));
            me.OnAnyAsync(async m =>
            {
                await Task.Yield();
                TestActor.Tell(m);
            });
        });

        actor.Tell(11);
        actor.Tell(1);
        actor.Tell("any");

        ExpectMsg("large");
        ExpectMsg("small");
        ExpectMsg("any");
    }

    [Fact]
    public void Several_awaits_in_one_handler_keep_the_order()
    {
        var actor = Spawn(me => me.OnAsync<int>(_ => true, async n =>
        {
            for (var i = 0; i < 3; i++)
            {
                await Task.Yield();
                TestActor.Tell((n, i));
            }
        }));

        for (var n = 0; n < 20; n++) actor.Tell(n);

        Assert.Equal(
            Enumerable.Range(0, 20).SelectMany(n => Enumerable.Range(0, 3).Select(i => (n, i))),
            ReceiveN(60).Cast<(int, int)>());
    }

    [Fact]
    public void A_behaviour_chosen_after_an_await_holds_for_the_next_message()
    {
        var actor = Spawn(me => me.OnAsync("turn", async () =>
        {
            await Task.Yield();
            me.Turn(() => me.On<string>(m => TestActor.Tell("turned " + m)));
        }));

        actor.Tell("turn");
        actor.Tell("x");

        ExpectMsg("turned x");
    }

    [Fact]
    public void A_childs_failure_is_decided_when_the_await_is_over()
    {
        var parent = Spawn(
            me =>
            {
                var child = me.Own.ActorOf(Of(kid => kid.On<string>(_ =>
                {
                    TestActor.Tell("failing");
                    throw new InvalidOperationException();
                })));
                me.OnAsync("go", async () =>
                {
                    child.Tell("boom");
                    await _awaited.Task;
                    TestActor.Tell("awaited");
                });
            },
            supervision: () => new OneForOneStrategy(_ =>
            {
                TestActor.Tell("decided");
                return Directive.Stop;
            }));
        parent.Tell("go");
        ExpectMsg("failing");

        _awaited.SetResult();

        ExpectMsg("awaited");
        ExpectMsg("decided");
    }

    private IActorRef Awaiting()
    {
        var actor = Spawn(me =>
        {
            me.OnAsync("go", async () =>
            {
                try
                {
                    TestActor.Tell("awaiting");
                    await _awaited.Task;
                    TestActor.Tell("awaited");
                }
                finally
                {
                    if (!_awaited.Task.IsCompleted) TestActor.Tell("finally");
                }
            });
            me.On<string>(m => TestActor.Tell(m));
            me.Stopping = () => TestActor.Tell("stopped");
        });
        actor.Tell("go");
        ExpectMsg("awaiting");
        return actor;
    }
}
