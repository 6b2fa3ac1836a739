using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ActorTerm.Runtime.Triggers.Patterns;

/// <summary>Patterns that all sessions of a host share: each is compiled once, however many sessions and threads want it, for that takes milliseconds.</summary>
/// <param name="timeout">For one look at one line, of those that need backtracking.</param>
/// <param name="max">Bound: patterns kept. At the bound all are forgotten, and compiled anew when they are wanted again.</param>
internal sealed class PatternCache(TimeSpan timeout, int max)
{
    private readonly ConcurrentDictionary<string, Lazy<Outcome>> _patterns = new(StringComparer.Ordinal);

    /// <inheritdoc cref="CompiledPattern.TryCompile"/>
    public bool TryCompile(string pattern, [NotNullWhen(true)] out CompiledPattern? compiled, [NotNullWhen(false)] out PatternError? error)
    {
        if (_patterns.Count >= max) _patterns.Clear();
        (compiled, error) = _patterns.GetOrAdd(pattern, text => new Lazy<Outcome>(() => Compile(text))).Value;
        return compiled is not null;
    }

    private Outcome Compile(string pattern) => CompiledPattern.TryCompile(pattern, timeout, out var compiled, out var error) ? new(compiled, null) : new(null, error);

    /// <summary>One of the two is there.</summary>
    private sealed record Outcome(CompiledPattern? Compiled, PatternError? Error);
}
