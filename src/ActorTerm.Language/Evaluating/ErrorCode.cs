namespace ActorTerm.Language;

/// <summary>Which part refuses.</summary>
public enum ErrorDomain
{
    /// <summary>The text, or a variable it names.</summary>
    Parser,

    /// <summary>A call as a whole.</summary>
    Call,

    /// <summary>A built-in function.</summary>
    BuiltIn,

    /// <summary>A script's function.</summary>
    Api,

    /// <summary>An operator. iTerm2 has no domain for these.</summary>
    Operator,

    /// <summary>A limit of <see cref="LanguageLimits"/>. iTerm2 has none.</summary>
    Limit,
}

/// <summary>What kind of error it is: iTerm2's domains and numbers, so that answers agree, and two domains more.</summary>
public readonly record struct ErrorCode(ErrorDomain Domain, int Number)
{
    public static readonly ErrorCode Syntax = new(ErrorDomain.Parser, 2);

    /// <summary>A bad <c>&amp;</c>, an index on something that is no array, of a wrong type or out of range.</summary>
    public static readonly ErrorCode BadReference = new(ErrorDomain.Parser, 3);

    /// <summary>A variable that is unset, or that is a context.</summary>
    public static readonly ErrorCode Undefined = new(ErrorDomain.Parser, 7);

    /// <summary>A call inside an argument failed.</summary>
    public static readonly ErrorCode NestedCall = new(ErrorDomain.Call, 1);

    public static readonly ErrorCode OuterTimeout = new(ErrorDomain.Call, 2);

    public static readonly ErrorCode NotACall = new(ErrorDomain.Call, 3);

    public static readonly ErrorCode UnknownReceiver = new(ErrorDomain.Call, 5);

    public static readonly ErrorCode UnknownBuiltIn = new(ErrorDomain.BuiltIn, 1);

    /// <summary>A built-in's argument has the wrong type, or is null without being optional.</summary>
    public static readonly ErrorCode BuiltInArgument = new(ErrorDomain.BuiltIn, 2);

    public static readonly ErrorCode UnknownBuiltInArgument = new(ErrorDomain.BuiltIn, 4);

    /// <summary>A variable given with <c>&amp;</c> cannot be sent to a script.</summary>
    public static readonly ErrorCode NotEncodable = new(ErrorDomain.Api, 1);

    public static readonly ErrorCode Unregistered = new(ErrorDomain.Api, 2);

    /// <summary>The function raised an exception, or took longer than its own timeout.</summary>
    public static readonly ErrorCode Raised = new(ErrorDomain.Api, 3);

    public static readonly ErrorCode ApiDisabled = new(ErrorDomain.Api, 4);

    public static readonly ErrorCode NoSuchReceiver = new(ErrorDomain.Api, 6);

    public static readonly ErrorCode OperandType = new(ErrorDomain.Operator, 1);

    public static readonly ErrorCode TextTooLong = new(ErrorDomain.Limit, 1);

    public static readonly ErrorCode TooDeep = new(ErrorDomain.Limit, 2);

    public static readonly ErrorCode ValueTooLong = new(ErrorDomain.Limit, 3);
}
