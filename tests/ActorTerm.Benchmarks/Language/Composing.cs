using ActorTerm.Benchmarks.Harness;
using ActorTerm.Language;

namespace ActorTerm.Benchmarks.Language;

/// <summary>One composition after its text was parsed: what the supervisor spends on it besides its messages.</summary>
internal static class Composing
{
    public const string Text = "show(s: add(a: 1, b: times(a: 2, b: 3)))";

    private const int Count = 500_000;

    private static readonly Value Answer = Value.Of(7);

    public static Row Rate() => new(
        "compose, parsed before", "compositions/s",
        Side.Rate("language", Count, () => Compose(Count)),
        Side.Rate("async methods", Count, () => Await(Count)),
        Goal.RatioAtLeast(1));

    public static Row Bytes() => new(
        "bytes of one composition", "B",
        new Side("language", () => Allocated(Compose)),
        new Side("async methods", () => Allocated(Await)),
        Goal.AtMost(224));

    private static double Allocated(Action<int> work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work(Count);
        return Math.Round((GC.GetAllocatedBytesForCurrentThread() - before) / (double)Count);
    }

    private static void Compose(int count)
    {
        if (!InvocationParser.TryParseInvocation(Text, LanguageLimits.Default, out var parsed, out _)) throw new InvalidOperationException(Text);
        for (var i = 0; i < count; i++)
        {
            var evaluation = new Evaluation(parsed);
            evaluation.Start(EmptyScope.Instance);
            while (evaluation.TryTake(out var ready)) evaluation.Complete(ready.Index, Answer);
            if (!evaluation.IsOver) throw new InvalidOperationException("not over");
        }
    }

    private static void Await(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var scripts = new Scripts();
            var outcome = scripts.Show();
            while (scripts.Called is { } call) call.SetResult(Answer);
            if (!outcome.IsCompletedSuccessfully) throw new InvalidOperationException("not over");
        }
    }

    /// <summary>The same calls as a C# programmer would write them: made when their arguments are known, answered from outside.</summary>
    private sealed class Scripts
    {
        private static readonly Value One = Value.Of(1);
        private static readonly Value Two = Value.Of(2);
        private static readonly Value Three = Value.Of(3);

        private TaskCompletionSource<Value>? _called;

        public TaskCompletionSource<Value>? Called
        {
            get
            {
                var called = _called;
                _called = null;
                return called;
            }
        }

        public async Task<Value> Show() => await Call("show", await Add());

        private async Task<Value> Add() => await Call("add", One, await Call("times", Two, Three));

        private Task<Value> Call(string name, params Value[] arguments)
        {
            if (name.Length == 0 || arguments.Length == 0) throw new ArgumentException(name);
            _called = new TaskCompletionSource<Value>();
            return _called.Task;
        }
    }
}
