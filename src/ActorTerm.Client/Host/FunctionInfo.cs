namespace ActorTerm.Client;

/// <summary>A function that can be called on the host.</summary>
/// <param name="Signature"><c>add(a,b)</c></param>
/// <param name="Arguments">In the order of its registration.</param>
/// <param name="Defaults">Variable paths that fill arguments which a caller left out.</param>
/// <param name="Registered">Null for a built-in function.</param>
public sealed record FunctionInfo(
    string Signature,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Defaults,
    RegisteredFunction? Registered)
{
    public bool IsBuiltIn => Registered is null;

    internal static FunctionInfo Of(Protocol.Host.FunctionInfo function) => new(
        function.Signature,
        [.. function.Arguments],
        function.Defaults.ToDictionary(it => it.Argument, it => it.Path),
        function.Builtin ? null : RegisteredFunction.Of(function));
}

/// <summary>Who offers a function, and how it has done since.</summary>
/// <param name="Script">The name its script gave when it connected.</param>
/// <param name="Late">Results that came after their timeout.</param>
/// <param name="Mean">From dispatch to result, of those in time. Null before the first.</param>
public sealed record RegisteredFunction(
    string Connection,
    string Script,
    TimeSpan Timeout,
    DateTimeOffset RegisteredAt,
    int InFlight,
    long Calls,
    long Failures,
    long Timeouts,
    long Late,
    TimeSpan? Mean,
    TimeSpan? Max)
{
    internal static RegisteredFunction Of(Protocol.Host.FunctionInfo function) => new(
        function.Connection,
        function.Script,
        TimeSpan.FromSeconds(function.TimeoutSeconds),
        DateTimeOffset.FromUnixTimeMilliseconds(function.RegisteredAtMs),
        function.InFlight,
        function.Calls,
        function.Failures,
        function.Timeouts,
        function.Late,
        function.HasMeanMs ? TimeSpan.FromMilliseconds(function.MeanMs) : null,
        function.HasMaxMs ? TimeSpan.FromMilliseconds(function.MaxMs) : null);
}
