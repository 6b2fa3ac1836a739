using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace ActorTerm.Runtime.Triggers.Patterns;

/// <summary>A trigger's pattern, ready to be looked for. Safe for threads, so sessions share it.</summary>
internal sealed class CompiledPattern
{
    private CompiledPattern(Regex regex, Literals? required)
    {
        Regex = regex;
        Required = required;
    }

    /// <summary>Throws <see cref="RegexMatchTimeoutException"/> only when it <see cref="CanTimeOut"/>.</summary>
    public Regex Regex { get; }

    /// <summary>What a text must hold to match; null when nothing is known.</summary>
    public Literals? Required { get; }

    /// <summary>It needs backtracking, so its time is limited. Without, it is linear in the text's length, and a limit would only lose matches on a busy machine.</summary>
    public bool CanTimeOut => Regex.MatchTimeout != Regex.InfiniteMatchTimeout;

    /// <param name="timeout">For one look at one line, if it needs backtracking.</param>
    public static bool TryCompile(string pattern, TimeSpan timeout, [NotNullWhen(true)] out CompiledPattern? compiled, [NotNullWhen(false)] out PatternError? error)
    {
        compiled = null;
        if (!PatternTranslator.TryTranslate(pattern, out var translated, out error)) return false;

        try
        {
            compiled = new CompiledPattern(Compile(translated.Text, timeout), translated.Required);
            return true;
        }
        catch (RegexParseException refusal)
        {
            error = new PatternError(Math.Min(refusal.Offset, pattern.Length), refusal.Error.ToString());
            return false;
        }
    }

    private static Regex Compile(string pattern, TimeSpan timeout)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, timeout);
        }
    }
}
