using ActorTerm.Language;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Invocations;

/// <summary>Something being resolved for somebody: a plain state machine.</summary>
internal abstract class OpenEvaluation(IActorRef caller, Evaluation first)
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

    /// <summary>The outer limit, in <see cref="Deadlines{T}"/>.</summary>
    public int Deadline { get; set; } = Deadlines<int>.None;

    /// <summary>A slot in <see cref="PendingCalls"/>: its calls that are not answered.</summary>
    public int FirstPending { get; set; } = PendingCalls.None;

    /// <summary>Whether the call is to be looked up among the methods of the scope.</summary>
    public virtual bool IsMethod(CallNode call) => false;

    /// <summary>Goes on to the next call of a sequence; false when there is none.</summary>
    public virtual bool TryGoOn() => false;
}
