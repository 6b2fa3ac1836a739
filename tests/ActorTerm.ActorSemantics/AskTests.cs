namespace ActorTerm.ActorSemantics;

public sealed class AskTests : Semantics
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    private sealed record Question(IActorRef AnswerTo);

    [Fact]
    public async Task An_answer_completes_the_task()
    {
        var echo = Echo();

        Assert.Equal("x", await echo.Ask<string>("x", Patience));
        Assert.Equal("y", await echo.Ask("y", Patience));
        Assert.Equal("z", await echo.Ask<object>("z"));
        Assert.Equal("t", await echo.Ask<string>("t", CancellationToken.None));
        Assert.Equal("u", await echo.Ask("u", Patience, CancellationToken.None));
    }

    [Fact]
    public async Task The_question_can_be_made_with_the_reference_that_is_to_be_answered()
    {
        var actor = Spawn(me => me.On<Question>(question => question.AnswerTo.Tell("answer")));

        Assert.Equal("answer", await actor.Ask<string>(to => new Question(to), Patience, CancellationToken.None));
    }

    [Fact]
    public async Task Without_an_answer_the_ask_times_out()
    {
        var silent = Spawn(me => me.OnAny(_ => { }));

        var thrown = await Assert.ThrowsAsync<AskTimeoutException>(() => silent.Ask("x", Short));
        Assert.IsAssignableFrom<AkkaException>(thrown);
    }

    [Fact]
    public async Task An_ask_of_the_dead_times_out_too()
    {
        var dead = Dead();

        await Assert.ThrowsAsync<AskTimeoutException>(() => dead.Ask<string>("x", Short));
    }

    [Fact]
    public async Task A_cancelled_ask_is_cancelled()
    {
        var silent = Spawn(me => me.OnAny(_ => { }));
        using var cancel = new CancellationTokenSource();
        var asked = silent.Ask<string>("x", null, cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAsync<TaskCanceledException>(() => asked);
    }

    [Fact]
    public async Task A_failure_as_an_answer_throws_its_cause()
    {
        var cause = new InvalidOperationException("no");
        var actor = Spawn(me => me.OnAny(_ => me.Asker.Tell(new Status.Failure(cause))));

        Assert.Same(cause, await Assert.ThrowsAsync<InvalidOperationException>(() => actor.Ask<string>("x", Patience)));
    }

    [Fact]
    public async Task An_answer_of_another_type_is_an_argument_exception()
    {
        var echo = Echo();

        await Assert.ThrowsAsync<ArgumentException>(() => echo.Ask<int>("x", Patience));
    }

    [Fact]
    public async Task An_answer_can_be_asked_for_as_an_interface_or_a_base()
    {
        var echo = Echo();

        Assert.Equal("x", await echo.Ask<IComparable>("x", Patience));
    }

    [Fact]
    public async Task Of_two_answers_the_first_counts()
    {
        var actor = Spawn(me => me.OnAny(_ =>
        {
            me.Asker.Tell(1);
            me.Asker.Tell(2);
        }));

        Assert.Equal(1, await actor.Ask<int>("x", Patience));
    }

    [Fact]
    public async Task Many_asks_are_answered_each_with_its_own()
    {
        var echo = Echo();

        var answers = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(n => echo.Ask<int>(n, Patience)));

        Assert.Equal(Enumerable.Range(0, 1_000), answers);
    }

    [Fact]
    public async Task The_timeout_is_real_time()
    {
        var silent = Spawn(me => me.OnAny(_ => { }));
        var asked = silent.Ask("x", TimeSpan.FromHours(1));

        Time.Advance(TimeSpan.FromHours(2));

        Assert.False(asked.IsCompleted);
        await Assert.ThrowsAsync<AskTimeoutException>(() => silent.Ask("x", Short));
    }

    [Fact]
    public async Task After_an_await_the_test_actor_is_still_the_sender()
    {
        var echo = Echo();

        await echo.Ask<string>("x", Patience);
        echo.Tell("y");

        ExpectMsg("y");
    }

    private IActorRef Echo() => Spawn(me => me.OnAny(m => me.Asker.Tell(m)));
}
