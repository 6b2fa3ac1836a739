using ActorTerm.Language;
using ActorTerm.Runtime.Identities;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Invocations;

/// <summary>One invocation: its calls one after the other, each an evaluation of its own.</summary>
internal sealed class OpenInvocation(Invoke request, ParsedInvocation parsed, IActorRef caller) : OpenEvaluation(caller, new Evaluation(parsed))
{
    private OpenInvocation? _nextInBucket;
    private int _call;

    public Invoke Request { get; } = request;

    public InvocationId Id => Request.Id;

    public override ScopeHandle Scope => Request.Scope;

    public override ScopeFrame? Frame => Request.Frame;

    public override TimeSpan? Limit => IsSynchronous ? null : Request.Within;

    public override bool IsSynchronous => Request.Within == TimeSpan.Zero;

    /// <summary>For <see cref="OpenInvocations"/>.</summary>
    public ref OpenInvocation? NextInBucket => ref _nextInBucket;

    /// <summary>The call of the sequence that is being resolved now.</summary>
    public CallNode Call => parsed.Calls[_call];

    // A method is looked up at its receiver; what is called for its arguments is not.
    public override bool IsMethod(CallNode call) => Request.AsMethod && call == Call;

    public override bool TryGoOn()
    {
        if (_call + 1 == parsed.Calls.Length) return false;

        Evaluation = new Evaluation(parsed, ++_call);
        return true;
    }
}
