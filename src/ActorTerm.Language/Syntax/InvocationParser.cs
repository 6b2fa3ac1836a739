using System.Diagnostics.CodeAnalysis;

namespace ActorTerm.Language;

/// <summary>The three entry points of the language. Any text gives a tree or an error, never an exception, in time linear in its length.</summary>
public static class InvocationParser
{
    /// <summary>Reads what a key binding, a trigger or the API invokes: calls only, one or several separated by <c>;</c>.</summary>
    public static bool TryParseInvocation(
        string text, LanguageLimits limits, [NotNullWhen(true)] out ParsedInvocation? parsed, [NotNullWhen(false)] out SyntaxError? error) =>
        Finish(new Parser(text, limits), static parser => parser.Invocation(), out parsed, out error);

    /// <summary>Reads an expression: a value, a reference, a call, operators.</summary>
    public static bool TryParseExpression(
        string text, LanguageLimits limits, [NotNullWhen(true)] out ParsedExpression? parsed, [NotNullWhen(false)] out SyntaxError? error) =>
        Finish(new Parser(text, limits), static parser => parser.Expression(), out parsed, out error);

    /// <summary>Reads a whole text as an interpolated string; quotes in it are plain characters.</summary>
    public static bool TryParseInterpolatedString(
        string text, InterpolationMode mode, LanguageLimits limits, [NotNullWhen(true)] out InterpolatedString? parsed, [NotNullWhen(false)] out SyntaxError? error) =>
        mode == InterpolationMode.Strict
            ? Finish(new Parser(text, limits), static parser => parser.InterpolatedString(InterpolationMode.Strict), out parsed, out error)
            : Finish(new Parser(text, limits), static parser => parser.InterpolatedString(InterpolationMode.Lax), out parsed, out error);

    private static bool Finish<T>(Parser parser, Func<Parser, T?> read, [NotNullWhen(true)] out T? parsed, [NotNullWhen(false)] out SyntaxError? error)
        where T : class
    {
        parsed = read(parser);
        error = parsed is null ? parser.Error! : null;
        return parsed is not null;
    }
}
