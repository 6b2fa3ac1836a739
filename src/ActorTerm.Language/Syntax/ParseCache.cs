using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ActorTerm.Language;

/// <summary>
/// Parsed texts by their text, for any number of threads. Bounded by number and by length: when a generation is full the one before it is
/// dropped, and what is asked for again moves to the new one. A text that is too long for its share, or has an error, is parsed each time.
/// </summary>
public sealed class ParseCache
{
    /// <summary>UTF-16 units per text on average, beyond which the cache counts as full early: a tree takes about 50 times the memory of its text.</summary>
    public const int AverageTextLength = 256;

    private readonly LanguageLimits _limits;
    private readonly Generations<ParsedInvocation> _invocations;
    private readonly Generations<ParsedExpression> _expressions;
    private readonly Generations<InterpolatedString> _lax;
    private readonly Generations<InterpolatedString> _strict;

    /// <param name="capacity">Texts of each kind, from 0; below 2 nothing is kept.</param>
    /// <param name="limits">For every text parsed here; the defaults when absent.</param>
    public ParseCache(int capacity = 4096, LanguageLimits? limits = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _limits = limits ?? LanguageLimits.Default;
        _invocations = new Generations<ParsedInvocation>(capacity);
        _expressions = new Generations<ParsedExpression>(capacity);
        _lax = new Generations<InterpolatedString>(capacity);
        _strict = new Generations<InterpolatedString>(capacity);
    }

    public LanguageLimits Limits => _limits;

    /// <summary>Texts kept now, of all kinds.</summary>
    public int Count => _invocations.Count + _expressions.Count + _lax.Count + _strict.Count;

    /// <inheritdoc cref="InvocationParser.TryParseInvocation"/>
    public bool TryParseInvocation(string text, [NotNullWhen(true)] out ParsedInvocation? parsed, [NotNullWhen(false)] out SyntaxError? error)
    {
        error = null;
        if (_invocations.TryGet(text, out parsed)) return true;
        if (!InvocationParser.TryParseInvocation(text, _limits, out parsed, out error)) return false;
        _invocations.Add(text, parsed);
        return true;
    }

    /// <inheritdoc cref="InvocationParser.TryParseExpression"/>
    public bool TryParseExpression(string text, [NotNullWhen(true)] out ParsedExpression? parsed, [NotNullWhen(false)] out SyntaxError? error)
    {
        error = null;
        if (_expressions.TryGet(text, out parsed)) return true;
        if (!InvocationParser.TryParseExpression(text, _limits, out parsed, out error)) return false;
        _expressions.Add(text, parsed);
        return true;
    }

    /// <inheritdoc cref="InvocationParser.TryParseInterpolatedString"/>
    public bool TryParseInterpolatedString(
        string text, InterpolationMode mode, [NotNullWhen(true)] out InterpolatedString? parsed, [NotNullWhen(false)] out SyntaxError? error)
    {
        error = null;
        var cache = mode == InterpolationMode.Strict ? _strict : _lax;
        if (cache.TryGet(text, out parsed)) return true;
        if (!InvocationParser.TryParseInterpolatedString(text, mode, _limits, out parsed, out error)) return false;
        cache.Add(text, parsed);
        return true;
    }

    private sealed class Generations<T>(int capacity) where T : class
    {
        private readonly Lock _adding = new();
        private readonly long _longest = (long)capacity / 2 * AverageTextLength;
        private volatile ConcurrentDictionary<string, T> _young = new(StringComparer.Ordinal);
        private volatile ConcurrentDictionary<string, T> _old = new(StringComparer.Ordinal);
        private int _youngCount;      // guarded by _adding
        private long _youngLength;    // guarded by _adding

        public int Count => _young.Count + _old.Count;

        public bool TryGet(string text, [NotNullWhen(true)] out T? parsed)
        {
            if (_young.TryGetValue(text, out parsed)) return true;
            if (!_old.TryGetValue(text, out parsed)) return false;
            Add(text, parsed);
            return true;
        }

        public void Add(string text, T parsed)
        {
            if (text.Length > _longest) return;
            lock (_adding)
            {
                if (_youngCount >= capacity / 2 || _youngLength + text.Length > _longest)
                {
                    _old = _young;
                    _young = new ConcurrentDictionary<string, T>(StringComparer.Ordinal);
                    _youngCount = 0;
                    _youngLength = 0;
                }
                if (!_young.TryAdd(text, parsed)) return;
                _youngCount++;
                _youngLength += text.Length;
            }
        }
    }
}
