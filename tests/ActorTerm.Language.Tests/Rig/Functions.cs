namespace ActorTerm.Language.Tests.Rig;

/// <summary>Answers ready calls at once, as scripts and built-ins would, and remembers what was called with what.</summary>
internal sealed class Functions
{
    private readonly Dictionary<string, Func<IReadOnlyList<Value>, Result>> _functions = [];

    public List<string> Called { get; } = [];

    /// <summary>The functions of the specification's test cases, and <c>f(x)</c> and <c>g(x)</c> that return what they are given.</summary>
    public static Functions OfTheTable()
    {
        var functions = new Functions();
        functions.Add("add(x,y)", args => Numbers("add(x,y)", args, (x, y) => Value.Of(x + y)));
        functions.Add("cat(x,y)", args => args.All(a => a.TryGetString(out _)) ? Value.Of(Text(args[0]) + Text(args[1])) : Bad("cat(x,y)", "x", args[0]));
        functions.Add("s()", _ => Value.Of("string"));
        functions.Add("a()", _ => Value.Parse("[1,\"foo\"]"));
        functions.Add("nil()", _ => Value.Null);
        functions.Add("d()", _ => Value.Parse("{\"k\":1}"));
        functions.Add("f()", _ => Value.Of("f"));
        functions.Add("f(x)", args => args[0]);
        functions.Add("g(x)", args => args[0]);
        functions.Add("iterm2.count(array)", args => PureFunctions.Count(args[0], out var count) is { } error ? error : count);
        functions.Add("iterm2.urlEncode(string)", args => PureFunctions.UrlEncode(args[0], out var text) is { } error ? error : text);
        return functions;
    }

    public void Add(string signature, Func<IReadOnlyList<Value>, Result> function) => _functions[signature] = function;

    /// <summary>Makes every call that is ready, and those that become so, until the evaluation is over.</summary>
    public Outcome Run<TScope>(Evaluation evaluation, TScope scope) where TScope : IScope
    {
        evaluation.Start(scope);
        while (evaluation.TryTake(out var ready))
        {
            var result = Call(ready);
            if (result.Error is { } error) evaluation.Fail(ready.Index, error);
            else evaluation.Complete(ready.Index, result.Value);
        }
        return evaluation.Outcome ?? throw new InvalidOperationException("nothing is ready, and it is not over");
    }

    private Result Call(ReadyCall ready)
    {
        Called.Add($"{ready.Call.FullName}({string.Join(",", ready.Arguments)})");
        return _functions.TryGetValue(ready.Call.Signature.ToString(), out var function)
            ? function(ready.Arguments)
            : EvaluationError.Unregistered(ready.Call.Signature);
    }

    private static Result Numbers(string signature, IReadOnlyList<Value> args, Func<double, double, Value> function)
    {
        if (!args[0].TryGetNumber(out var x)) return Bad(signature, "x", args[0]);
        return args[1].TryGetNumber(out var y) ? function(x, y) : Bad(signature, "y", args[1]);
    }

    private static EvaluationError Bad(string signature, string argument, Value actual) =>
        PureFunctions.BadArgument(new FunctionSignature(signature), argument, "of another type", actual);

    private static string Text(Value value) => value.TryGetString(out var text) ? text : "";

    internal readonly record struct Result(Value Value, EvaluationError? Error)
    {
        public static implicit operator Result(Value value) => new(value, null);

        public static implicit operator Result(EvaluationError error) => new(Value.Null, error);
    }
}
