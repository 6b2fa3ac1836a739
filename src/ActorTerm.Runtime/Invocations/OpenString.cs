using ActorTerm.Language;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Invocations;

/// <summary>One interpolated string.</summary>
/// <param name="seen">The version of the routes it begins with.</param>
internal sealed class OpenString(Evaluate request, InterpolatedString parsed, long seen, IActorRef caller)
    : OpenEvaluation(caller, new Evaluation(parsed))
{
    public override ScopeHandle Scope => request.Scope;

    public override ScopeFrame? Frame => request.Frame;

    public override TimeSpan? Limit => request.Within;

    public Evaluated Answer(string? text, EvaluationError? error) =>
        new(request.Tag, request.Number, text, error, error is null ? [] : [.. error.MissingFunctions], seen);
}
