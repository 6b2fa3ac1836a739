using System.Buffers;
using System.Text;
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

        // When some need it in any case, one search for all of them so is faster than two; it may pass a line too many, which does no harm.
        var required = patterns.Select(pattern => pattern.Required!).ToList();
        var inOne = required.Exists(one => one.IgnoreCase) && required.TrueForAll(one => one.Any.All(text => Ascii.IsValid(text)));
        _exact = inOne ? null : Search(required.Where(one => !one.IgnoreCase), StringComparison.Ordinal);
        _inAnyCase = Search(required.Where(one => inOne || one.IgnoreCase), StringComparison.OrdinalIgnoreCase);
    }

    public bool Passes(ReadOnlySpan<char> line) =>
        _passesAll || (_exact is not null && line.ContainsAny(_exact)) || (_inAnyCase is not null && line.ContainsAny(_inAnyCase));

    private static SearchValues<string>? Search(IEnumerable<Literals> required, StringComparison comparison)
    {
        string[] needed = [.. required.SelectMany(one => one.Any).Distinct()];
        return needed.Length == 0 ? null : SearchValues.Create(needed, comparison);
    }
}
