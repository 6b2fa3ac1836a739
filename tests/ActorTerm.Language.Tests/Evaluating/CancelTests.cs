using ActorTerm.Language.Tests.Rig;

namespace ActorTerm.Language.Tests.Evaluating;

public sealed class CancelTests
{
    [Fact]
    public void After_a_timeout_nothing_more_becomes_ready()
    {
        var evaluation = A.Call("show(s: add(a: one(), b: two()))");
        var calls = Ready.Started(evaluation);
        calls.Take();
        calls.Complete("one", "1");

        evaluation.Cancel(EvaluationError.OuterTimeout(evaluation.Unfinished));

        Assert.True(evaluation.IsOver);
        Assert.False(calls.Complete("two", "2"));
        Assert.Empty(calls.Take());
        var error = evaluation.Outcome!.Value.Error!;
        Assert.Equal(ErrorCode.OuterTimeout, error.Code);
        Assert.Equal("out of time while waiting for two", error.Message);
    }

    [Fact]
    public void Unfinished_calls_can_be_named_at_any_time()
    {
        var evaluation = A.Call("show(s: add(a: one(), b: two()))");
        var calls = Ready.Started(evaluation);

        Assert.Equal(["one", "two"], evaluation.Unfinished);
        calls.Take();
        Assert.Equal(["one", "two"], evaluation.Unfinished);
        calls.Complete("one", "1");
        Assert.Equal(["two"], evaluation.Unfinished);
        calls.Complete("two", "1");
        Assert.Equal(["add"], evaluation.Unfinished);
        calls.Take();
        evaluation.Cancel(EvaluationError.OuterTimeout(evaluation.Unfinished));
        Assert.Equal(["add"], evaluation.Unfinished);
    }

    [Fact]
    public void What_is_ready_when_time_is_up_is_not_called()
    {
        var evaluation = A.Call("show(s: one())");
        evaluation.Start(EmptyScope.Instance);

        evaluation.Cancel(EvaluationError.OuterTimeout(evaluation.Unfinished));

        Assert.False(evaluation.TryTake(out _));
    }

    [Fact]
    public void What_is_over_cannot_be_cancelled()
    {
        var evaluation = A.Call("f()");
        var calls = Ready.Started(evaluation);
        calls.Take();
        calls.Complete("f", "1");

        evaluation.Cancel(EvaluationError.OuterTimeout([]));

        Assert.True(evaluation.Outcome!.Value.Succeeded);
    }

    [Fact]
    public void What_is_cancelled_before_it_starts_never_starts()
    {
        var evaluation = A.Call("f()");

        evaluation.Cancel(EvaluationError.OuterTimeout(["f"]));

        Assert.True(evaluation.IsOver);
        Assert.Throws<InvalidOperationException>(() => evaluation.Start(EmptyScope.Instance));
    }
}
