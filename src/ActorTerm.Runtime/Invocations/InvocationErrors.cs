using ActorTerm.Language;
using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Identities;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;

namespace ActorTerm.Runtime.Invocations;

/// <summary>Errors that are nobody's text's and no function's, but this host's.</summary>
internal static class InvocationErrors
{
    /// <summary>A bound of the host was reached; nothing is wrong with the text, and it may be tried again.</summary>
    public static readonly ErrorCode Busy = new(ErrorDomain.Limit, 10);

    public static EvaluationError TooManyOpen(int open) =>
        new(Busy, $"this host has {open} invocations in flight, as many as it admits (actorterm.invocations.max-open)");

    public static EvaluationError TooManyCalls(int calls) =>
        new(Busy, $"this host has {calls} calls in flight, as many as it admits (actorterm.functions.max-in-flight)");

    public static EvaluationError UsedTwice(InvocationId id) => new(ErrorCode.NotACall, $"{id} is in flight already");

    /// <summary>A variable given with <c>&amp;</c> is no value that could be sent to a function; null when there is none.</summary>
    public static EvaluationError? Unsendable(in ReadyCall ready)
    {
        for (var i = 0; i < ready.Arguments.Length; i++)
        {
            if (ready.Call.ReferenceAt(i) is { } path)
                return new EvaluationError(ErrorCode.NotEncodable, $"argument \"{ready.Call.Signature.Arguments[i]}\" is &{path.Name}, which cannot be sent to a function");
        }

        return null;
    }

    /// <summary>
    /// For people, who may not know the text: every call on the way, the outermost too, before the reason: <c>In call to show: in call to add:
    /// boom</c>. A caller knows what it called, and reads <see cref="EvaluationError.Message"/>.
    /// </summary>
    public static string AlertText(EvaluationError error)
    {
        var calls = error.Missing is null || error.Chain.IsEmpty ? error.Chain : error.Chain[..^1];   // the reason names the missing one itself
        return calls.IsEmpty ? error.Reason : $"In call to {string.Join(": in call to ", calls)}: {error.Reason}";
    }

    public static AlertsProtocol.AlertSource AlertSource(InvocationSource source) => source switch
    {
        InvocationSource.Key => AlertsProtocol.AlertSource.Key,
        InvocationSource.Trigger => AlertsProtocol.AlertSource.Trigger,
        InvocationSource.Cli => AlertsProtocol.AlertSource.Cli,
        InvocationSource.Script => AlertsProtocol.AlertSource.Script,
        _ => AlertsProtocol.AlertSource.Api,
    };
}
