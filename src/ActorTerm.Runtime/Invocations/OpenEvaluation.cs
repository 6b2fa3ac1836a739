using ActorTerm.Language;
using ActorTerm.Runtime.Functions;
using ActorTerm.Runtime.Variables;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Invocations;

/// <summary>Something being resolved for somebody: a plain state machine, whose deadline is the outer limit.</summary>
internal abstract class OpenEvaluation(IActorRef caller) : Deadline
{
    public IActorRef Caller { get; } = caller;

    /// <summary>Of the call that is being resolved now, of several.</summary>
    public abstract Evaluation Evaluation { get; }

    public abstract ScopeHandle Scope { get; }

    public abstract ScopeFrame? Frame { get; }

    /// <summary>Time for each call; null for no limit.</summary>
    public abstract TimeSpan? Limit { get; }

    /// <summary>Scripts' functions are not called and yield null.</summary>
    public virtual bool IsSynchronous => false;

    /// <summary>Calls told to functions and not answered.</summary>
    public PendingCall? FirstPending { get; set; }

    /// <summary>Goes on to the next call of a sequence; false when there is none.</summary>
    public virtual bool TryGoOn() => false;

    public virtual FunctionsProtocol.RouteChoice Choose(FunctionsProtocol.Routes routes, in ReadyCall ready, IScope scope) =>
        routes.Choose(ready.Call.Signature, ready.Arguments, scope);
}
