using ActorTerm.Language.Tests.Rig;

namespace ActorTerm.Language.Tests.Evaluating;

public sealed class ConcurrencyTests
{
    [Fact]
    public void Calls_that_need_nothing_are_all_ready_at_once()
    {
        var calls = Ready.Started(A.Call("show(s: add(b: two(), a: one()), t: three())"));

        Assert.Equal(["two()", "one()", "three()"], calls.Take());
    }

    [Fact]
    public void A_call_is_ready_when_its_last_argument_is_known()
    {
        var evaluation = A.Call("show(s: add(a: one(), b: two()), t: three())");
        var calls = Ready.Started(evaluation);
        calls.Take();

        calls.Complete("two", "2");
        Assert.Empty(calls.Take());

        calls.Complete("one", "1");
        Assert.Equal(["add(1,2)"], calls.Take());

        calls.Complete("three", "3");
        Assert.Empty(calls.Take());

        calls.Complete("add", "[1,2]");
        Assert.Equal(["show([1,2],3)"], calls.Take());
        Assert.False(evaluation.IsOver);

        calls.Complete("show", "\"done\"");
        Assert.Equal(new Outcome(Value.Of("done"), null), evaluation.Outcome);
    }

    [Fact]
    public void Operands_items_and_interpolated_parts_start_together()
    {
        var calls = Ready.Started(A.Expression("""[a() + b() * -c(), "x\(d())y\(e())", l[f()]]"""), new TestScope { ["l"] = "[1]" });

        Assert.Equal(["a()", "b()", "c()", "d()", "e()", "f()"], calls.Take());
    }

    [Fact]
    public void Logic_does_not_stop_at_its_first_operand()
    {
        var evaluation = A.Expression("no() && yes() || maybe()");
        var calls = Ready.Started(evaluation);

        Assert.Equal(["no()", "yes()", "maybe()"], calls.Take());
        calls.Complete("no", "0");
        calls.Complete("maybe", "1");
        Assert.False(evaluation.IsOver);
        calls.Complete("yes", "1");
        Assert.Equal("1", evaluation.Outcome!.Value.Value.ToString());
    }

    [Fact]
    public void A_conditional_runs_its_condition_first_and_then_only_the_chosen_branch()
    {
        var evaluation = A.Call("show(s: test() ? yes(x: in()) : no())");
        var calls = Ready.Started(evaluation);

        Assert.Equal(["test()"], calls.Take());
        calls.Complete("test", "true");
        Assert.Equal(["in()"], calls.Take());
        calls.Complete("in", "1");
        Assert.Equal(["yes(1)"], calls.Take());
        calls.Complete("yes", "2");
        Assert.Equal(["show(2)"], calls.Take());
    }

    [Fact]
    public void Each_conditional_goes_on_as_soon_as_its_own_condition_is_known()
    {
        var calls = Ready.Started(A.Call("show(a: p() ? p1() : p2(), b: q() ? q1() : q2())"));
        Assert.Equal(["p()", "q()"], calls.Take());

        calls.Complete("q", "null");
        Assert.Equal(["q2()"], calls.Take());
        calls.Complete("q2", "2");
        calls.Complete("p", "1");
        Assert.Equal(["p1()"], calls.Take());
        calls.Complete("p1", "1");
        Assert.Equal(["show(1,2)"], calls.Take());
    }

    [Fact]
    public void A_condition_without_calls_is_decided_at_the_start()
    {
        var calls = Ready.Started(A.Call("show(s: flag ? yes() : no(), t: unset? ? yes2() : 7)"), new TestScope { ["flag"] = "1" });

        Assert.Equal(["yes()"], calls.Take());
        calls.Complete("yes", "\"y\"");
        Assert.Equal(["show(\"y\",7)"], calls.Take());
    }

    [Fact]
    public void Conditionals_nest_in_conditions_and_branches()
    {
        var calls = Ready.Started(A.Call("show(s: (a() ? b() : c()) ? (d() ? 1 : e()) : f())"));

        Assert.Equal(["a()"], calls.Take());
        calls.Complete("a", "0");
        Assert.Equal(["c()"], calls.Take());
        calls.Complete("c", "1");
        Assert.Equal(["d()"], calls.Take());
        calls.Complete("d", "0");
        Assert.Equal(["e()"], calls.Take());
        calls.Complete("e", "[]");
        Assert.Equal(["show([])"], calls.Take());
    }

    [Fact]
    public void A_call_without_arguments_to_wait_for_is_ready_at_once()
    {
        Assert.Equal(["f()"], Ready.Started(A.Call("f()")).Take());
        Assert.Equal(["f(1)"], Ready.Started(A.Call("f(x: 1)")).Take());
        Assert.Equal(["f(3)"], Ready.Started(A.Call("f(x: 1 + 2)")).Take());
    }

    [Fact]
    public void An_answer_counts_once_and_only_for_a_call_that_was_taken()
    {
        var evaluation = A.Call("f(x: g())");
        var calls = Ready.Started(evaluation);

        Assert.False(evaluation.Complete(1, Value.Null));     // ready, not taken
        calls.Take();
        Assert.True(calls.Complete("g", "1"));
        Assert.False(calls.Complete("g", "2"));
        Assert.False(evaluation.Complete(0, Value.Null));
        Assert.False(evaluation.Complete(-1, Value.Null));
        Assert.False(evaluation.Complete(99, Value.Null));
        Assert.Equal(["f(1)"], calls.Take());
        Assert.True(calls.Complete("f", "3"));
        Assert.False(calls.Fail("f", "too late"));
        Assert.Equal("3", evaluation.Outcome!.Value.Value.ToString());
    }

    [Fact]
    public void More_calls_than_fit_into_the_evaluation_itself_work_alike()
    {
        var text = "sum(" + string.Join(", ", Enumerable.Range(0, 500).Select(i => $"a{i}: f{i}(x: g{i}())")) + ")";
        var evaluation = A.Call(text);
        var calls = Ready.Started(evaluation);

        Assert.Equal(500, calls.Take().Count);
        for (var i = 499; i >= 0; i--) calls.Complete($"g{i}", $"{i}");
        Assert.Equal(Enumerable.Range(0, 500).Reverse().Select(i => $"f{i}({i})"), calls.Take());
        for (var i = 0; i < 500; i++) calls.Complete($"f{i}", $"{i}");
        Assert.StartsWith("sum(0,1,10,100,", Assert.Single(calls.Take()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_evaluation_starts_once()
    {
        var evaluation = A.Call("f()");
        evaluation.Start(EmptyScope.Instance);

        Assert.Throws<InvalidOperationException>(() => evaluation.Start(EmptyScope.Instance));
    }

    [Fact]
    public void A_sequence_is_one_evaluation_per_call_and_each_reads_the_variables_anew()
    {
        var sequence = A.Invocation("f(x: user.v?); g(x: user.v?)");
        var scope = new TestScope();

        var first = Ready.Started(new Evaluation(sequence, 0), scope);
        scope["user.v"] = "1";
        var second = Ready.Started(new Evaluation(sequence, 1), scope);

        Assert.Equal(["f(null)"], first.Take());
        Assert.Equal(["g(1)"], second.Take());
    }
}
