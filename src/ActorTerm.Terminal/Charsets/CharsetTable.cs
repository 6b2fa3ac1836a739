using System.Text;

namespace ActorTerm.Terminal.Charsets;

/// <summary>What the bytes 0x20 to 0x7e mean in each <see cref="Charset"/>, and how each is designated.</summary>
internal static class CharsetTable
{
    private const int First = 0x20;
    private const int Length = 0x5f;

    private static readonly int[]?[] Tables = Build();

    /// <summary>The code point of a byte, 0x20 to 0x7e.</summary>
    public static int Map(Charset set, byte value) => Tables[(int)set] is { } table ? table[value - First] : value;

    /// <summary>The set of SCS with 94 characters: ESC ( and the like, then these.</summary>
    /// <param name="designator">The final, or intermediate &lt;&lt; 8 | final.</param>
    public static Charset? Find94(int designator) => designator switch
    {
        'B' or '1' => Charset.Ascii,
        '0' or '2' => Charset.DecSpecialGraphics,
        '<' or '%' << 8 | '5' => Charset.DecSupplemental,
        '>' => Charset.DecTechnical,
        'A' => Charset.British,
        '4' => Charset.Dutch,
        'C' or '5' => Charset.Finnish,
        'R' or 'f' => Charset.French,
        'Q' or '9' => Charset.FrenchCanadian,
        'K' => Charset.German,
        'Y' => Charset.Italian,
        'E' or '6' or '`' => Charset.NorwegianDanish,
        '%' << 8 | '6' => Charset.Portuguese,
        'Z' => Charset.Spanish,
        'H' or '7' => Charset.Swedish,
        '=' => Charset.Swiss,
        _ => null,
    };

    /// <summary>The set of SCS with 96 characters: ESC - and the like.</summary>
    public static Charset? Find96(int designator) => designator == 'A' ? Charset.Latin1Supplemental : null;

    /// <summary>Whether a set has 96 characters.</summary>
    public static bool Has96(Charset set) => set == Charset.Latin1Supplemental;

    /// <summary>The name of a set as SCS has it.</summary>
    public static ReadOnlySpan<byte> Designator(Charset set) => set switch
    {
        Charset.DecSpecialGraphics => "0"u8,
        Charset.DecSupplemental => "%5"u8,
        Charset.DecTechnical => ">"u8,
        Charset.Latin1Supplemental or Charset.British => "A"u8,
        Charset.Dutch => "4"u8,
        Charset.Finnish => "C"u8,
        Charset.French => "R"u8,
        Charset.FrenchCanadian => "Q"u8,
        Charset.German => "K"u8,
        Charset.Italian => "Y"u8,
        Charset.NorwegianDanish => "E"u8,
        Charset.Portuguese => "%6"u8,
        Charset.Spanish => "Z"u8,
        Charset.Swedish => "H"u8,
        Charset.Swiss => "="u8,
        _ => "B"u8,
    };

    private static int[]?[] Build()
    {
        var tables = new int[]?[Enum.GetValues<Charset>().Length];

        // The line drawing characters, 0x5f to 0x7e. VT100 User Guide, table 3-9.
        Set(Charset.DecSpecialGraphics, Ascii(), 0x5f, "\u00a0◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·");
        // Multinational: Latin-1 but for these. VT220 Programmer Reference, table 2-3.
        Set(Charset.Latin1Supplemental, Latin1(), 0x20, "");
        Set(Charset.DecSupplemental, Latin1(), 0x28, "¤");
        Put(Charset.DecSupplemental, (0x57, 'Œ'), (0x5d, 'Ÿ'), (0x77, 'œ'), (0x7d, 'ÿ'));
        // VT330 Programmer Reference, table 2-7; 0x3d to 0x40, 0x51, 0x52, 0x54, 0x55, 0x57, 0x6d, 0x72 and 0x75 are not assigned.
        Set(Charset.DecTechnical, Ascii(), 0x21,
            "⎷┌─⌠⌡│⎡⎣⎤⎦⎧⎩⎫⎭⎨⎬\ufffd\ufffd╲╱\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd≤≠≥∫∴∝∞÷Δ∇ΦΓ∼≃Θ×Λ⇔⇒≡ΠΨ\ufffdΣ\ufffd\ufffd√ΩΞΥ⊂⊃∩∪∧∨¬αβχδεφγηιθκλ\ufffdν∂πψρστ\ufffdƒωξυζ←↑→↓");

        // National replacement sets. VT220 Programmer Reference, table 2-4: # @ [ \ ] ^ _ ` { | } ~.
        National(Charset.British, "£@[\\]^_`{|}~");
        National(Charset.Dutch, "£¾ĳ½|^_`¨ƒ¼´");
        National(Charset.Finnish, "#@ÄÖÅÜ_éäöåü");
        National(Charset.French, "£à°ç§^_`éùè¨");
        National(Charset.FrenchCanadian, "#àâçêî_ôéùèû");
        National(Charset.German, "#§ÄÖÜ^_`äöüß");
        National(Charset.Italian, "£§°çé^_ùàòèì");
        National(Charset.NorwegianDanish, "#ÄÆØÅÜ_äæøåü");
        National(Charset.Portuguese, "#@ÃÇÕ^_`ãçõ~");
        National(Charset.Spanish, "£§¡Ñ¿^_`°ñç~");
        National(Charset.Swedish, "#ÉÄÖÅÜ_éäöåü");
        National(Charset.Swiss, "ùàéçêîèôäöüû");
        return tables;

        void Set(Charset set, int[] table, int first, string characters)
        {
            foreach (var rune in characters.EnumerateRunes()) table[first++ - First] = rune.Value;
            tables[(int)set] = table;
        }

        void Put(Charset set, params ReadOnlySpan<(int At, int CodePoint)> characters)
        {
            foreach (var (at, codePoint) in characters) tables[(int)set]![at - First] = codePoint;
        }

        void National(Charset set, string characters)
        {
            const string replaced = "#@[\\]^_`{|}~";
            var table = Ascii();
            for (var i = 0; i < replaced.Length; i++) table[replaced[i] - First] = characters[i];
            tables[(int)set] = table;
        }
    }

    private static int[] Ascii() => [.. Enumerable.Range(First, Length)];

    private static int[] Latin1() => [.. Enumerable.Range(First + 0x80, Length)];
}
