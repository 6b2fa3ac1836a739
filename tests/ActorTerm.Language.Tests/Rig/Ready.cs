namespace ActorTerm.Language.Tests.Rig;

/// <summary>Takes an evaluation's calls by hand: what is ready now, answered by name.</summary>
internal sealed class Ready(Evaluation evaluation)
{
    private readonly Dictionary<string, int> _taken = [];

    /// <summary>Takes all that is ready; each reads like <c>add(1,2)</c>.</summary>
    public List<string> Take()
    {
        var calls = new List<string>();
        while (evaluation.TryTake(out var ready))
        {
            calls.Add($"{ready.Call.FullName}({string.Join(",", ready.Arguments)})");
            _taken.Add(ready.Call.FullName, ready.Index);
        }
        return calls;
    }

    public bool Complete(string name, string json) => evaluation.Complete(_taken[name], Value.Parse(json));

    public bool Fail(string name, string reason) => evaluation.Fail(_taken[name], EvaluationError.Raised(reason, $"traceback of {reason}"));

    public bool Fail(string name, EvaluationError error) => evaluation.Fail(_taken[name], error);

    public static Ready Started(Evaluation evaluation, IScope? scope = null)
    {
        evaluation.Start(scope ?? EmptyScope.Instance);
        return new Ready(evaluation);
    }
}
