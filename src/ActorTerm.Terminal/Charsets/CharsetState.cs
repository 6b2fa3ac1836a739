namespace ActorTerm.Terminal.Charsets;

/// <summary>Which character sets are designated (G0 to G3) and invoked (GL, and by a single shift for one character).</summary>
/// <param name="G0">And so on: the sets by number.</param>
/// <param name="Left">Which of the four bytes 0x20 to 0x7e mean.</param>
/// <param name="Right">Which of the four GR is. Tracked for DECSC only: in UTF-8 no byte means GR.</param>
/// <param name="Single">2 or 3 after SS2 or SS3, for one character; otherwise -1.</param>
internal readonly record struct CharsetState(Charset G0, Charset G1, Charset G2, Charset G3, int Left, int Right, int Single)
{
    public static CharsetState Initial { get; } = new(Charset.Ascii, Charset.Ascii, Charset.Ascii, Charset.Ascii, Left: 0, Right: 2, Single: -1);

    /// <summary>Whether bytes are what they are in ASCII.</summary>
    public bool IsPlain => Single < 0 && this[Left] == Charset.Ascii;

    /// <summary>The set that the next byte is of.</summary>
    public Charset Current => this[Single < 0 ? Left : Single];

    public Charset this[int index] => index switch { 0 => G0, 1 => G1, 2 => G2, _ => G3 };

    public CharsetState Designate(int index, Charset set) => index switch
    {
        0 => this with { G0 = set },
        1 => this with { G1 = set },
        2 => this with { G2 = set },
        _ => this with { G3 = set },
    };
}
