using ActorTerm.Language;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Variables;

namespace ActorTerm.Runtime.Invocations;

/// <summary>What may be said about a composed call. Every <see cref="Invoke"/> is answered by exactly one <see cref="Outcome"/>.</summary>
public static partial class InvocationsProtocol
{
    public enum InvocationSource
    {
        Key,
        Trigger,
        Api,
        Cli,
        Script,
    }

    /// <summary>To <c>/invocations</c>: run this text.</summary>
    /// <param name="Id">Made by <see cref="InvocationId.Next"/>, used once.</param>
    /// <param name="Text">One call, or several with <c>;</c> between them.</param>
    /// <param name="Scope">Where its variables are looked up; the receiver, for a method.</param>
    /// <param name="Frame">Names that go before the scope's, such as a trigger's <c>matches</c>.</param>
    /// <param name="Within">
    /// Time for each call of the sequence with all its arguments, then <see cref="Expired"/>. Null: no limit but the functions' own. Zero:
    /// synchronous, scripts' functions are not called and yield null.
    /// </param>
    /// <param name="Session">The session it is about, for the alert when it fails.</param>
    /// <param name="AsMethod">Look the function up among the methods of <paramref name="Scope"/> only.</param>
    public sealed record Invoke(
        InvocationId Id,
        string Text,
        VariablesProtocol.ScopeHandle Scope,
        VariablesProtocol.ScopeFrame? Frame = null,
        TimeSpan? Within = null,
        InvocationSource Source = InvocationSource.Api,
        SessionId? Session = null,
        bool AsMethod = false);

    /// <summary>Answers the invocation with <see cref="Expired"/> and dispatches nothing more for it. Ignored when it is over.</summary>
    public sealed record Cancel(InvocationId Id);

    public abstract record Outcome(InvocationId Id);

    /// <param name="Value">That of the last call of the sequence.</param>
    public sealed record Succeeded(InvocationId Id, Value Value) : Outcome(Id);

    /// <param name="Error">With the chain of calls in its message, and the script's traceback when it sent one.</param>
    public sealed record Failed(InvocationId Id, EvaluationError Error) : Outcome(Id);

    /// <summary>Its time was up, or it was cancelled. Functions that were called run on.</summary>
    /// <param name="Unfinished">Signatures of the calls that had not answered, or could not be made for want of those.</param>
    public sealed record Expired(InvocationId Id, IReadOnlyList<string> Unfinished) : Outcome(Id);
}
