namespace ActorTerm.Language;

public sealed partial class Evaluation
{
    private void Read<TScope>(TScope scope) where TScope : IScope
    {
        _variables = new Snapshot[_plan.Variables.Length];
        for (var i = 0; i < _variables.Length; i++)
        {
            var (path, isTarget) = _plan.Variables[i];
            if (isTarget)
            {
                var mayWrite = path.Name != "null" && scope.IsUserWritable(path);
                _variables[i] = new Snapshot(mayWrite ? Lookup.Value : Lookup.Undefined, default);
                continue;
            }
            var lookup = scope.Find(path, out var value);
            // Unset and null are the same thing.
            _variables[i] = lookup == Lookup.Value && value.IsNull ? default : new Snapshot(lookup, value);
        }
    }

    /// <summary>Finds what is wrong in a tree and needs no call to be found; branches whose conditional has calls are left for when they are chosen.</summary>
    private void Check(Node node, int enclosingCall, ref Findings findings)
    {
        if (!node.HasCalls)
        {
            if (node is not Literal && Evaluate(node, out _) is { } error) findings.Add(Around(error, enclosingCall, findings.Within));
            return;
        }
        switch (node)
        {
            case CallNode call:
                foreach (var argument in call.Arguments)
                {
                    if (argument.Expression is { } expression) Check(expression, call.Task, ref findings);
                    else if (Target(argument) is { } error) findings.Add(Around(error, call.Task, findings.Within));
                }
                break;
            case Conditional conditional:
                Check(conditional.Condition, enclosingCall, ref findings);
                break;
            case Element element:
                if (Array(element, out _) is { } noArray) findings.Add(Around(noArray, enclosingCall, findings.Within));
                Check(element.Index, enclosingCall, ref findings);
                break;
            case Interpolation interpolation:
                foreach (var expression in interpolation.Children)
                {
                    if (expression.HasCalls) Check(expression, enclosingCall, ref findings);
                    else if (Show(interpolation, expression, out _) is { } error) findings.Add(Around(error, enclosingCall, findings.Within));
                }
                break;
            default:
                foreach (var child in node.Children) Check(child, enclosingCall, ref findings);
                break;
        }
    }

    private EvaluationError? Target(Argument argument) => _variables![argument.Variable].Lookup == Lookup.Value
        ? null
        : EvaluationError.BadReference($"\"&{argument.Target!.Name}\" cannot be written: only variables of user. can", argument.Offset);

    private EvaluationError Around(EvaluationError error, int call, int within)
    {
        for (; call != within; call = _plan.Tasks[call].EnclosingCall) error = error.Inside(((CallNode)_plan.Tasks[call].Node).FullName);
        return error;
    }
}
