using System.Collections.Immutable;

namespace ActorTerm.Language;

/// <summary>Why an evaluation has no value.</summary>
public sealed record EvaluationError
{
    /// <summary>Nobody reads more; a text of 64 Ki can have thousands of calls that fail.</summary>
    public const int MaxDetails = 16;

    public EvaluationError(ErrorCode code, string message)
    {
        Code = code;
        Message = message;
        Reason = message;
    }

    public ErrorCode Code { get; init; }

    /// <summary>The whole sentence; each call that could not be made for it stands before the reason: <c>In call to add: In call to times: boom</c>.</summary>
    public string Message { get; init; }

    /// <summary>The same without the calls.</summary>
    public string Reason { get; init; }

    /// <summary>Full names of the calls around it, outermost first; the last one failed by itself. Empty when it lies in no call.</summary>
    public ImmutableArray<string> Chain { get; init; } = [];

    /// <summary>The script's own traceback, when it sent one.</summary>
    public string? Traceback { get; init; }

    /// <summary>Errors of siblings that failed later, or that were found together with this one; the first <see cref="MaxDetails"/> of them.</summary>
    public ImmutableArray<EvaluationError> Details { get; init; } = [];

    /// <summary>Where in the text, in UTF-16 units; null for what a function answered.</summary>
    public int? Offset { get; init; }

    /// <summary>The function that is not registered, when that is the reason.</summary>
    public FunctionSignature? Missing { get; init; }

    /// <summary>All functions whose registration could make it succeed, those of <see cref="Details"/> too.</summary>
    public IEnumerable<FunctionSignature> MissingFunctions =>
        (Missing is null ? [] : (FunctionSignature[])[Missing]).Concat(Details.SelectMany(d => d.MissingFunctions)).Distinct();

    public static EvaluationError Of(SyntaxError error) => new(
        error.Kind switch
        {
            SyntaxErrorKind.TextTooLong => ErrorCode.TextTooLong,
            SyntaxErrorKind.TooDeep => ErrorCode.TooDeep,
            _ => ErrorCode.Syntax,
        },
        error.Message)
    { Offset = error.Offset };

    /// <param name="hint">A function of a similar name, when there is one.</param>
    public static EvaluationError Unregistered(FunctionSignature signature, FunctionSignature? hint = null) =>
        new(ErrorCode.Unregistered, $"no function registered for {signature}" + (hint is null ? "" : $". Did you mean {hint}?")) { Missing = signature };

    public static EvaluationError Raised(string reason, string? traceback = null) => new(ErrorCode.Raised, reason) { Traceback = traceback };

    /// <summary>The function did not answer within its own timeout. The text is iTerm2's.</summary>
    public static EvaluationError FunctionTimeout() => new(ErrorCode.Raised, "Timeout");

    /// <param name="unfinished">Full names of the calls that had not answered: <see cref="Evaluation.Unfinished"/>.</param>
    public static EvaluationError OuterTimeout(IEnumerable<string> unfinished) =>
        new(ErrorCode.OuterTimeout, $"out of time while waiting for {string.Join(", ", unfinished.Distinct())}");

    internal static EvaluationError Undefined(VariablePath path, int offset) =>
        new(ErrorCode.Undefined, $"variable \"{path.Name}\" is not defined. Write \"{path.Name}?\" if it may be unset") { Offset = offset };

    internal static EvaluationError NoValue(VariablePath path, string what, int offset) =>
        new(ErrorCode.Undefined, $"variable \"{path.Name}\" {what}") { Offset = offset };

    internal static EvaluationError BadReference(string message, int offset) => new(ErrorCode.BadReference, message) { Offset = offset };

    internal static EvaluationError OperandType(string message, int offset) => new(ErrorCode.OperandType, message) { Offset = offset };

    internal static EvaluationError ValueTooLong(int limit, int offset) =>
        new(ErrorCode.ValueTooLong, $"the value would be longer than {limit} bytes") { Offset = offset };

    /// <summary>The same, one call further out.</summary>
    internal EvaluationError Inside(string call) =>
        this with { Chain = Chain.Insert(0, call), Details = Details.IsEmpty ? Details : [.. Details.Select(d => d.Inside(call))] };

    /// <summary>How the call around sees it: an argument's call failed. A missing function stays what it is, for callers that wait for it.</summary>
    internal EvaluationError OfArgument(string call) =>
        Code == ErrorCode.Unregistered ? this : this with { Code = ErrorCode.NestedCall, Message = $"In call to {call}: {Message}" };

    internal EvaluationError And(EvaluationError later) => Details.Length < MaxDetails ? this with { Details = Details.Add(later) } : this;

    public override string ToString() => Message;
}
