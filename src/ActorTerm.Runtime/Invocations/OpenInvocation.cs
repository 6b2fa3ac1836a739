using ActorTerm.Language;
using ActorTerm.Runtime.Functions;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Invocations;

/// <summary>One invocation: its calls one after the other, each an evaluation of its own.</summary>
internal sealed class OpenInvocation(Invoke request, ParsedInvocation parsed, IActorRef caller) : OpenEvaluation(caller)
{
    private Evaluation _evaluation = new(parsed);
    private int _call;

    public Invoke Request { get; } = request;

    public override Evaluation Evaluation => _evaluation;

    public override ScopeHandle Scope => Request.Scope;

    public override ScopeFrame? Frame => Request.Frame;

    public override TimeSpan? Limit => IsSynchronous ? null : Request.Within;

    public override bool IsSynchronous => Request.Within == TimeSpan.Zero;

    public override bool TryGoOn()
    {
        if (_call + 1 == parsed.Calls.Length) return false;

        _evaluation = new Evaluation(parsed, ++_call);
        return true;
    }

    // A method is looked up at its receiver; what is called for its arguments is not.
    public override FunctionsProtocol.RouteChoice Choose(FunctionsProtocol.Routes routes, in ReadyCall ready, IScope scope) =>
        Request.AsMethod && ready.Call == parsed.Calls[_call]
            ? routes.ChooseMethod(ready.Call.Signature, ready.Arguments, scope, Scope.Kind)
            : base.Choose(routes, ready, scope);
}
