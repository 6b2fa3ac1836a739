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

    public static AlertsProtocol.AlertSource AlertSource(InvocationSource source) => source switch
    {
        InvocationSource.Key => AlertsProtocol.AlertSource.Key,
        InvocationSource.Trigger => AlertsProtocol.AlertSource.Trigger,
        InvocationSource.Cli => AlertsProtocol.AlertSource.Cli,
        InvocationSource.Script => AlertsProtocol.AlertSource.Script,
        _ => AlertsProtocol.AlertSource.Api,
    };
}
