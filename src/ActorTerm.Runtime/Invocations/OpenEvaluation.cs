using ActorTerm.Language;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Invocations;

/// <summary>Something being resolved for somebody: a plain state machine, whose deadline is the outer limit.</summary>
internal abstract class OpenEvaluation(IActorRef caller, Evaluation first) : Deadline
{
    public IActorRef Caller { get; } = caller;

    /// <summary>Of the call that is being resolved now, of several.</summary>
    public Evaluation Evaluation { get; protected set; } = first;

    public abstract ScopeHandle Scope { get; }

    public virtual ScopeFrame? Frame => null;

    /// <summary>Time for each call; null for no limit.</summary>
    public abstract TimeSpan? Limit { get; }

    /// <summary>Scripts' functions are not called and yield null.</summary>
    public virtual bool IsSynchronous => false;

    /// <summary>Calls told to functions and not answered.</summary>
    public PendingCall? FirstPending { get; set; }

    /// <summary>Whether the call is to be looked up among the methods of the scope.</summary>
    public virtual bool IsMethod(CallNode call) => false;

    /// <summary>Goes on to the next call of a sequence; false when there is none.</summary>
    public virtual bool TryGoOn() => false;
}
