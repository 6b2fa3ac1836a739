using ActorTerm.Language.Tests.Rig;

namespace ActorTerm.Language.Tests.Evaluating;

public sealed class ErrorTests
{
    [Fact]
    public void A_failure_deep_in_a_composition_names_every_call_on_its_way_out()
    {
        var evaluation = A.Call("show(s: add(a: 1, b: times(a: 2, b: 3)))");
        var calls = Ready.Started(evaluation);
        calls.Take();

        calls.Fail("times", "boom");

        Assert.Empty(calls.Take());
        var error = evaluation.Outcome!.Value.Error!;
        Assert.Equal("In call to add: In call to times: boom", error.Message);
        Assert.Equal("boom", error.Reason);
        Assert.Equal(["show", "add", "times"], error.Chain.AsEnumerable());
        Assert.Equal("traceback of boom", error.Traceback);
        Assert.Equal(ErrorCode.NestedCall, error.Code);
    }

    [Fact]
    public void The_failure_of_the_outermost_call_stands_as_it_is()
    {
        var evaluation = A.Call("show(s: 1)");
        var calls = Ready.Started(evaluation);
        calls.Take();

        calls.Fail("show", "boom");

        var error = evaluation.Outcome!.Value.Error!;
        Assert.Equal("boom", error.Message);
        Assert.Equal(["show"], error.Chain.AsEnumerable());
        Assert.Equal(ErrorCode.Raised, error.Code);
        Assert.True(evaluation.Outcome!.Value.Value.IsNull);
    }

    [Fact]
    public void A_call_in_an_expression_that_stands_alone_fails_as_itself()
    {
        var evaluation = A.Expression("1 + f()");
        var calls = Ready.Started(evaluation);
        calls.Take();

        calls.Fail("f", "boom");

        Assert.Equal("boom", evaluation.Outcome!.Value.Error!.Message);
    }

    [Fact]
    public void Siblings_are_awaited_before_an_error_is_reported()
    {
        var evaluation = A.Call("show(a: bad(), b: good(x: slow()))");
        var calls = Ready.Started(evaluation);
        calls.Take();

        calls.Fail("bad", "boom");
        Assert.False(evaluation.IsOver);
        calls.Complete("slow", "1");
        Assert.Equal(["good(1)"], calls.Take());     // it had begun, so it goes on
        Assert.False(evaluation.IsOver);
        calls.Complete("good", "2");

        Assert.True(evaluation.IsOver);
        Assert.Equal("In call to bad: boom", evaluation.Outcome!.Value.Error!.Message);
        Assert.Empty(calls.Take());
    }

    [Fact]
    public void Of_several_failures_the_first_is_reported_and_the_others_are_its_details()
    {
        var evaluation = A.Call("top(s: show(a: one(), b: two(), c: three()))");
        var calls = Ready.Started(evaluation);
        calls.Take();

        calls.Fail("two", "second argument");
        calls.Fail("three", "third argument");
        calls.Complete("one", "1");

        var error = evaluation.Outcome!.Value.Error!;
        Assert.Equal("In call to show: In call to two: second argument", error.Message);
        Assert.Equal(["top", "show", "two"], error.Chain.AsEnumerable());
        var detail = Assert.Single(error.Details);
        Assert.Equal("In call to three: third argument", detail.Message);
        Assert.Equal(["top", "show", "three"], detail.Chain.AsEnumerable());
        Assert.Equal("traceback of third argument", detail.Traceback);
    }

    [Fact]
    public void Details_are_bounded()
    {
        var text = "f(" + string.Join(", ", Enumerable.Range(0, 100).Select(i => $"a{i}: g{i}()")) + ")";
        var evaluation = A.Call(text);
        var calls = Ready.Started(evaluation);
        calls.Take();

        for (var i = 0; i < 100; i++) calls.Fail($"g{i}", "boom");

        Assert.Equal(EvaluationError.MaxDetails, evaluation.Outcome!.Value.Error!.Details.Length);
    }

    [Fact]
    public void A_missing_function_stays_a_missing_function_and_says_which_to_wait_for()
    {
        var evaluation = A.Call("show(a: nope(x: 1), b: gone())");
        var calls = Ready.Started(evaluation);
        calls.Take();

        calls.Fail("nope", EvaluationError.Unregistered(new FunctionSignature("nope", "x"), new FunctionSignature("nope", "y")));
        calls.Fail("gone", EvaluationError.Unregistered(new FunctionSignature("gone")));

        var error = evaluation.Outcome!.Value.Error!;
        Assert.Equal("no function registered for nope(x). Did you mean nope(y)?", error.Message);
        Assert.Equal(ErrorCode.Unregistered, error.Code);
        Assert.Equal(["show", "nope"], error.Chain.AsEnumerable());
        Assert.Equal(["nope(x)", "gone()"], error.MissingFunctions.Select(f => f.ToString()));
    }

    [Fact]
    public void An_argument_that_comes_to_nothing_fails_its_call_before_it_is_made()
    {
        var evaluation = A.Call("show(s: add(a: f() + 1, b: 2))");
        var calls = Ready.Started(evaluation);
        calls.Take();

        calls.Complete("f", "\"text\"");

        Assert.Empty(calls.Take());
        var error = evaluation.Outcome!.Value.Error!;
        Assert.Equal("In call to add: + cannot take a string and a number", error.Message);
        Assert.Equal(["show", "add"], error.Chain.AsEnumerable());
    }

    [Theory]
    [InlineData("f(a: g(), b: undef)")]
    [InlineData("f(a: g(), b: h(c: undef))")]
    [InlineData("f(a: g() + undef)")]
    [InlineData("f(a: \"\\(g() + undef)\")")]
    [InlineData("f(a: [g(), [undef]])")]
    [InlineData("f(a: undef[g()])")]
    [InlineData("f(a: five[g()])")]
    [InlineData("f(a: g(), b: list[9])")]
    [InlineData("f(a: g(), b: &list)")]
    [InlineData("f(a: g(), b: 1 + \"x\")")]
    [InlineData("f(a: g(), b: five ? undef : 1)")]
    [InlineData("f(a: five ? g(b: undef) : 1)")]
    [InlineData("f(a: five ? (five ? g() + undef : 1) : 1)")]
    [InlineData("f(a: (undef ? 1 : 2) ? g() : 1)")]
    [InlineData("f(a: g() && undef ? 1 : 2)")]
    public void What_can_be_seen_to_fail_is_found_before_anything_is_called(string text)
    {
        var evaluation = A.Call(text);

        evaluation.Start(new TestScope { ["five"] = "5", ["list"] = "[1]" });

        Assert.False(evaluation.TryTake(out _));
        var error = evaluation.Outcome!.Value.Error!;
        Assert.NotNull(error.Offset);
        Assert.Empty(error.Details);
    }

    [Theory]
    [InlineData("f(a: five ? g() : undef)")]
    [InlineData("f(a: g(), b: five ? 1 : undef + list[9])")]
    [InlineData("f(a: five ? g() : h(b: undef))")]
    [InlineData("f(a: g(), b: undef?)")]
    [InlineData("f(a: g(), b: \"\\(undef)\")")]
    public void What_lies_in_a_branch_not_taken_is_not_even_checked(string text)
    {
        var evaluation = A.Call(text);

        evaluation.Start(new TestScope { ["five"] = "5", ["list"] = "[1]" });

        Assert.True(evaluation.TryTake(out var ready));
        Assert.Equal("g", ready.Call.FullName);
    }

    [Fact]
    public void A_branch_chosen_by_a_call_is_checked_whole_before_anything_in_it_is_called()
    {
        var evaluation = A.Call("f(a: test() ? add(a: g(), b: h(x: undef)) : 1, b: other())");
        var calls = Ready.Started(evaluation);
        Assert.Equal(["test()", "other()"], calls.Take());

        calls.Complete("test", "1");
        Assert.Empty(calls.Take());
        Assert.False(evaluation.IsOver);
        calls.Complete("other", "1");

        var error = evaluation.Outcome!.Value.Error!;
        Assert.Equal("variable \"undef\" is not defined. Write \"undef?\" if it may be unset", error.Reason);
        Assert.Equal(["f", "add", "h"], error.Chain.AsEnumerable());
    }

    [Fact]
    public void A_condition_that_is_no_number_fails_without_a_branch()
    {
        var evaluation = A.Call("f(a: test() ? g() : h())");
        var calls = Ready.Started(evaluation);
        calls.Take();

        calls.Complete("test", "\"yes\"");

        Assert.Empty(calls.Take());
        Assert.Equal("a condition is a number, not a string", evaluation.Outcome!.Value.Error!.Reason);
    }

    [Fact]
    public void References_are_reported_before_types_and_in_the_order_of_the_text()
    {
        var evaluation = A.Call("f(z: 1 + \"a\", y: first, a: second)");

        evaluation.Start(EmptyScope.Instance);

        var error = evaluation.Outcome!.Value.Error!;
        Assert.StartsWith("variable \"first\"", error.Message, StringComparison.Ordinal);
        Assert.Equal(17, error.Offset);
        Assert.Equal(["f"], error.Chain.AsEnumerable());
        Assert.Equal([ErrorCode.Undefined, ErrorCode.OperandType], error.Details.Select(d => d.Code));
    }

    [Theory]
    [InlineData("user", "variable \"user\" holds other variables and is no value itself")]
    [InlineData("user?", "variable \"user\" holds other variables and is no value itself")]
    [InlineData("user[0]?", "variable \"user\" holds other variables and is no value itself")]
    [InlineData("name[0]", "variable \"name\" is a string, not an array")]
    [InlineData("name[0]?", "variable \"name\" is a string, not an array")]
    [InlineData("arr[1 / 0]", "index Infinity is out of range of \"arr\"")]
    [InlineData("arr[0 / 0]", "index NaN is out of range of \"arr\"")]
    [InlineData("arr[-1]", "index -1 is out of range of \"arr\"")]
    [InlineData("arr[name]", "index of \"arr\" is a string, not a number")]
    [InlineData("arr[undef]", "index of \"arr\": variable \"undef\" is not defined. Write \"undef?\" if it may be unset")]
    [InlineData("m[1]", "variable \"m\" has null at 1. Write a question mark after the bracket if it may")]
    [InlineData("-name", "- takes a number, not a string")]
    [InlineData("!null", "! takes a number, not null")]
    [InlineData("1 + dict", "+ cannot take a number and an object")]
    [InlineData("arr < dict", "< cannot take an array and an object")]
    [InlineData("arr ? 1 : 2", "a condition is a number, not an array")]
    public void An_error_says_what_was_wrong(string text, string message)
    {
        var outcome = Functions.OfTheTable().Run(A.Expression(text), TestScope.OfTheTable());

        Assert.Equal(message, outcome.Error!.Message);
    }

    [Fact]
    public void An_item_at_minus_a_half_is_the_first() =>
        Assert.Equal("10", Functions.OfTheTable().Run(A.Expression("arr[-0.5]"), TestScope.OfTheTable()).Value.ToString());

    [Fact]
    public void A_syntax_error_becomes_an_evaluation_error_of_its_kind()
    {
        InvocationParser.TryParseInvocation("f(", LanguageLimits.Default, out _, out var syntax);
        InvocationParser.TryParseInvocation("f(x: 1)", new LanguageLimits(MaxTextLength: 3), out _, out var length);
        InvocationParser.TryParseInvocation("f(x: g())", new LanguageLimits(MaxDepth: 1), out _, out var depth);

        Assert.Equal(ErrorCode.Syntax, EvaluationError.Of(syntax!).Code);
        Assert.Equal(ErrorCode.TextTooLong, EvaluationError.Of(length!).Code);
        Assert.Equal(ErrorCode.TooDeep, EvaluationError.Of(depth!).Code);
        Assert.Equal(2, EvaluationError.Of(syntax!).Offset);
    }
}
