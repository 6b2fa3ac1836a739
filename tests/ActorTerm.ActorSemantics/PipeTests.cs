namespace ActorTerm.ActorSemantics;

public sealed class PipeTests : Semantics
{
    private static readonly InvalidOperationException Failure = new("no");

    [Fact]
    public async Task A_result_is_told()
    {
        await Task.FromResult("x").PipeTo(TestActor);
        ExpectMsg("x");

        await new ValueTask<string>("y").PipeTo(TestActor);
        ExpectMsg("y");
    }

    [Fact]
    public async Task A_result_can_be_made_a_message()
    {
        await Task.FromResult(1).PipeTo(TestActor, success: n => $"got {n}");
        ExpectMsg("got 1");

        await new ValueTask<int>(2).PipeTo(TestActor, success: n => $"got {n}");
        ExpectMsg("got 2");
    }

    [Fact]
    public async Task A_failure_is_told_as_one()
    {
        await Task.FromException<string>(Failure).PipeTo(TestActor);
        Assert.Same(Failure, ExpectMsg<Status.Failure>().Cause);

        await Task.FromException(Failure).PipeTo(TestActor);
        Assert.Same(Failure, ExpectMsg<Status.Failure>().Cause);
    }

    [Fact]
    public async Task A_failure_can_be_made_a_message()
    {
        await Task.FromException<string>(Failure).PipeTo(TestActor, failure: cause => cause.Message);
        ExpectMsg("no");

        await new ValueTask(Task.FromException(Failure)).PipeTo(TestActor, failure: cause => cause.Message + "!");
        ExpectMsg("no!");
    }

    [Fact]
    public async Task A_task_without_a_result_tells_only_what_success_makes()
    {
        await Task.CompletedTask.PipeTo(TestActor);
        await ValueTask.CompletedTask.PipeTo(TestActor);
        await Task.CompletedTask.PipeTo(TestActor, success: () => "done");
        ExpectMsg("done");

        await ValueTask.CompletedTask.PipeTo(TestActor, success: () => "done too");
        ExpectMsg("done too");
    }

    [Fact]
    public async Task The_sender_is_nobody_unless_one_is_given()
    {
        var sender = Spawn(_ => { });

        await Task.FromResult("x").PipeTo(TestActor);
        ExpectMsg("x");
        Assert.Equal(Sys.DeadLetters, LastSender);

        await Task.FromResult("y").PipeTo(TestActor, sender);
        ExpectMsg("y");
        Assert.Equal(sender, LastSender);
    }

    [Fact]
    public void An_actor_can_pipe_to_itself()
    {
        var awaited = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = Spawn(me =>
        {
            me.On("go", () => awaited.Task.PipeTo(me.Me));
            me.On<int>(n => TestActor.Tell(n));
            me.On<string>(m => TestActor.Tell(m));
        });
        actor.Tell("go");
        actor.Tell("meanwhile");
        ExpectMsg("meanwhile");

        awaited.SetResult(7);

        ExpectMsg(7);
    }

    [Fact]
    public async Task A_success_that_throws_is_a_failure()
    {
        await Task.FromResult(1).PipeTo(TestActor, success: _ => throw Failure);

        Assert.Same(Failure, ExpectMsg<Status.Failure>().Cause);
    }
}
