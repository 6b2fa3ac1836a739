namespace ActorTerm.Language;

/// <summary>How much a text may ask for. Crossing a limit is an error of its own kind (<see cref="ErrorDomain.Limit"/>), before anything runs.</summary>
public sealed record LanguageLimits
{
    /// <summary>The deepest nesting that may be allowed: each level costs the parser up to 2 KB of stack, of the 1.5 MB that a thread has.</summary>
    public const int LargestMaxDepth = 256;

    /// <param name="MaxTextLength">Length of one text in UTF-16 units, 1 or more. 64 Ki: no hand-written text comes near, and a parse stays under a few milliseconds.</param>
    /// <param name="MaxDepth">Calls, arrays, parentheses, indexes, signs, conditionals and interpolations inside one another, 1 to 256.</param>
    /// <param name="MaxValueLength">Bytes of one string or array that a text builds from others, 1 or more. 16 MiB: a few references to a large variable cannot fill the memory.</param>
    public LanguageLimits(int MaxTextLength = 65_536, int MaxDepth = 64, int MaxValueLength = 16 * 1024 * 1024)
    {
        this.MaxTextLength = AtLeastOne(MaxTextLength, nameof(MaxTextLength));
        this.MaxDepth = AtLeastOne(MaxDepth, nameof(MaxDepth));
        this.MaxValueLength = AtLeastOne(MaxValueLength, nameof(MaxValueLength));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxDepth, LargestMaxDepth);
    }

    public static LanguageLimits Default { get; } = new();

    public int MaxTextLength { get; }

    public int MaxDepth { get; }

    public int MaxValueLength { get; }

    private static int AtLeastOne(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        return value;
    }
}
