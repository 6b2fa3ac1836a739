using System.Collections.Immutable;
using ActorTerm.Language;

namespace ActorTerm.Runtime.Functions;

public static partial class FunctionsProtocol
{
    /// <summary>
    /// To a function: run. Answered to the sender by exactly one <see cref="CallAnswer"/>, unless the sender says <see cref="GaveUp"/> first.
    /// The function keeps no time: its caller does.
    /// </summary>
    /// <param name="Number">Unique on this host.</param>
    /// <param name="Arguments">One for each name of the function's signature, in that order; JSON null for none.</param>
    public sealed record Call(long Number, ImmutableArray<Value> Arguments);

    /// <summary>As <see cref="Call"/>, to what carries out built-in functions.</summary>
    /// <param name="Request">The message to the workspace.</param>
    internal sealed record BuiltInCall(long Number, FunctionSignature Function, object Request);

    public abstract record CallAnswer(long Call);

    public sealed record Returned(long Call, Value Value) : CallAnswer(Call);

    public sealed record Threw(long Call, CallFailure Failure, string Reason, string? Traceback = null) : CallAnswer(Call);

    /// <summary>The function has as many calls in flight as it may (actorterm.functions.max-in-flight-per-function); this one was not made.</summary>
    public sealed record Busy(long Call, string Text) : CallAnswer(Call);

    public enum CallFailure
    {
        /// <summary>The function ran and failed.</summary>
        Raised,

        /// <summary>The function is gone: its script ended. Callers that wait for a function to appear may wait again.</summary>
        Unregistered,
    }

    /// <summary>To a function: its time is up, the slot is free. The script's function itself runs on; its late answer is counted.</summary>
    public sealed record GaveUp(long Call);

    /// <summary>From a connection to the function that said <c>CallScript</c>.</summary>
    public sealed record Answered(long Call, Value Value);

    /// <summary>As <see cref="Answered"/>, when the script's function failed.</summary>
    public sealed record Raised(long Call, string Reason, string? Traceback);

    /// <param name="inFlight">As many as it may have.</param>
    internal static string BusyText(FunctionSignature function, int inFlight) =>
        $"{function} has {inFlight} calls in flight, as many as it may have (actorterm.functions.max-in-flight-per-function)";
}
