using ActorTerm.Language;
using ActorTerm.Runtime.Functions;
using ActorTerm.Runtime.Variables;

namespace ActorTerm.Runtime.Invocations;

public static partial class InvocationsProtocol
{
    /// <summary>To <c>/invocations</c>: what does this interpolated string read now? Answered by <see cref="Evaluated"/>. Raises no alert.</summary>
    /// <param name="Tag">Given back.</param>
    /// <param name="Number">Given back, so that an older answer can be told from a newer.</param>
    /// <param name="Within">Null: no limit but the functions' own.</param>
    /// <param name="Frame">Names that go before the scope's.</param>
    public sealed record Evaluate(
        object Tag,
        long Number,
        string Text,
        InterpolationMode Mode,
        VariablesProtocol.ScopeHandle Scope,
        TimeSpan? Within,
        VariablesProtocol.ScopeFrame? Frame = null);

    /// <param name="Text">Null when it failed.</param>
    /// <param name="Missing">Functions whose registration could make it succeed.</param>
    /// <param name="Seen">The <see cref="FunctionsProtocol.Routes.Version"/> that lacked them.</param>
    public sealed record Evaluated(
        object Tag, long Number, string? Text, EvaluationError? Error, IReadOnlyList<FunctionSignature> Missing, long Seen);
}
