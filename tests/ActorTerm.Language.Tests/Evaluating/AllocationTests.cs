using ActorTerm.Language.Tests.Rig;

namespace ActorTerm.Language.Tests.Evaluating;

/// <summary>What a composition costs once its text is parsed. Bytes are counted by the runtime, so they do not vary with the machine's load.</summary>
public sealed class AllocationTests
{
    private const int Rounds = 1000;

    [Fact]
    public void A_composed_call_costs_one_small_object_and_the_arrays_of_its_arguments()
    {
        var invocation = A.Invocation("show(s: add(a: 1, b: times(a: 2, b: 3)))");
        const int evaluation = 128;
        const int twoArguments = 24 + 2 * 16;    // array header and length, two values; times has constants only and shares its array
        const int oneArgument = 24 + 16;

        Assert.InRange(BytesPerEvaluation(invocation, EmptyScope.Instance), 1, evaluation + twoArguments + oneArgument);
    }

    [Fact]
    public void A_variable_adds_one_array_for_all_of_them()
    {
        var invocation = A.Invocation("show(s: x)");
        const int evaluation = 128;
        const int snapshot = 24 + 24;
        const int oneArgument = 24 + 16;

        Assert.InRange(BytesPerEvaluation(invocation, new TestScope { ["x"] = "1" }), 1, evaluation + snapshot + oneArgument);
    }

    [Fact]
    public void A_text_found_in_the_cache_costs_nothing()
    {
        var cache = new ParseCache();
        cache.TryParseInvocation("f(x: 1)", out _, out _);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++) cache.TryParseInvocation("f(x: 1)", out _, out _);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static long BytesPerEvaluation(ParsedInvocation invocation, IScope scope)
    {
        Evaluate(invocation, scope);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++) Evaluate(invocation, scope);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
    }

    private static void Evaluate(ParsedInvocation invocation, IScope scope)
    {
        var evaluation = new Evaluation(invocation);
        evaluation.Start(scope);
        while (evaluation.TryTake(out var ready)) evaluation.Complete(ready.Index, Value.Null);
        Assert.True(evaluation.IsOver);
    }
}
