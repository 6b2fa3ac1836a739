using System.Buffers;
using ActorTerm.Runtime.Triggers.Patterns;

namespace ActorTerm.Runtime.Triggers;

/// <summary>One search for what all patterns of a session need: most lines have none of it, and no pattern is tried at them.</summary>
internal sealed class LinePrefilter
{
    private readonly bool _passesAll;
    private readonly SearchValues<string>? _exact;
    private readonly SearchValues<string>? _inAnyCase;

    public LinePrefilter(IReadOnlyCollection<CompiledPattern> patterns)
    {
        _passesAll = patterns.Any(pattern => pattern.Required is null);
        if (_passesAll) return;

        _exact = Search(patterns, ignoreCase: false, StringComparison.Ordinal);
        _inAnyCase = Search(patterns, ignoreCase: true, StringComparison.OrdinalIgnoreCase);
    }

    public bool Passes(ReadOnlySpan<char> line) =>
        _passesAll || (_exact is not null && line.ContainsAny(_exact)) || (_inAnyCase is not null && line.ContainsAny(_inAnyCase));

    private static SearchValues<string>? Search(IEnumerable<CompiledPattern> patterns, bool ignoreCase, StringComparison comparison)
    {
        string[] needed = [.. patterns.Select(pattern => pattern.Required!).Where(required => required.IgnoreCase == ignoreCase).SelectMany(required => required.Any).Distinct()];
        return needed.Length == 0 ? null : SearchValues.Create(needed, comparison);
    }
}
