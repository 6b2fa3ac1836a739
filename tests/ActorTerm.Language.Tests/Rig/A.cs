using System.Diagnostics.CodeAnalysis;

namespace ActorTerm.Language.Tests.Rig;

/// <summary>Evaluations and texts for tests, by what they are.</summary>
internal static class A
{
    public static Evaluation Call(string text) => new(Invocation(text));

    public static Evaluation Expression(string text) => new(Parsed(text));

    public static Evaluation Text(string text, InterpolationMode mode = InterpolationMode.Lax, Func<string, string>? escape = null) =>
        InvocationParser.TryParseInterpolatedString(text, mode, LanguageLimits.Default, out var parsed, out var error)
            ? new Evaluation(parsed, escape)
            : throw new ArgumentException(error.Message);

    public static ParsedInvocation Invocation(string text, LanguageLimits? limits = null) =>
        InvocationParser.TryParseInvocation(text, limits ?? LanguageLimits.Default, out var parsed, out var error)
            ? parsed
            : throw new ArgumentException(error.Message);

    public static ParsedExpression Parsed(string text) =>
        InvocationParser.TryParseExpression(text, LanguageLimits.Default, out var parsed, out var error) ? parsed : throw new ArgumentException(error.Message);

    public static SyntaxError Mistake(string text) => TryEvaluations('E', text, out _, out var error) ? throw new ArgumentException($"no mistake in {text}") : error;

    /// <param name="entry">C, E, I or S, as in the specification's table.</param>
    public static bool TryEvaluations(
        char entry, string text, [NotNullWhen(true)] out IEnumerable<Evaluation>? evaluations, [NotNullWhen(false)] out SyntaxError? error)
    {
        evaluations = null;
        var limits = LanguageLimits.Default;
        if (entry == 'C')
        {
            if (!InvocationParser.TryParseInvocation(text, limits, out var invocation, out error)) return false;
            evaluations = invocation.Calls.Select((_, i) => new Evaluation(invocation, i));
            return true;
        }
        if (entry == 'E')
        {
            if (!InvocationParser.TryParseExpression(text, limits, out var expression, out error)) return false;
            evaluations = [new Evaluation(expression)];
            return true;
        }
        var mode = entry == 'S' ? InterpolationMode.Strict : InterpolationMode.Lax;
        if (!InvocationParser.TryParseInterpolatedString(text, mode, limits, out var interpolated, out error)) return false;
        evaluations = [new Evaluation(interpolated)];
        return true;
    }
}
