using ActorTerm.Language;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Invocations;

/// <summary>One interpolated string.</summary>
internal sealed class OpenString(Evaluate request, InterpolatedString parsed, long seen, IActorRef caller) : OpenEvaluation(caller)
{
    public Evaluate Request { get; } = request;

    /// <summary>The version of the routes it began with.</summary>
    public long Seen { get; } = seen;

    public override Evaluation Evaluation { get; } = new(parsed);

    public override ScopeHandle Scope => Request.Scope;

    public override ScopeFrame? Frame => null;

    public override TimeSpan? Limit => Request.Within;
}
