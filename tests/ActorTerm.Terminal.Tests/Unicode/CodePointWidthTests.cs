using ActorTerm.Terminal.Unicode;

namespace ActorTerm.Terminal.Tests.Unicode;

public class CodePointWidthTests
{
    [Theory]
    [InlineData(0x00, 0, "NUL")]
    [InlineData(0x1b, 0, "ESC")]
    [InlineData(0x20, 1, "space")]
    [InlineData('A', 1, "a letter")]
    [InlineData(0x7f, 0, "DEL")]
    [InlineData(0x9b, 0, "CSI as one character")]
    [InlineData(0xa0, 1, "no-break space")]
    [InlineData(0xad, 1, "soft hyphen")]
    [InlineData(0xe9, 1, "a Latin letter with accent")]
    [InlineData(0x300, 0, "combining grave accent")]
    [InlineData(0x600, 1, "Arabic number sign, a prepended mark")]
    [InlineData(0x903, 1, "Devanagari visarga, a spacing mark")]
    [InlineData(0x1100, 2, "Hangul leading consonant")]
    [InlineData(0x1160, 0, "Hangul vowel filler")]
    [InlineData(0x11ff, 0, "Hangul trailing consonant")]
    [InlineData(0xd7b0, 0, "Hangul vowel, extended")]
    [InlineData(0x200b, 0, "zero width space")]
    [InlineData(0x200d, 0, "zero width joiner")]
    [InlineData(0x2018, 1, "ambiguous: left quotation mark")]
    [InlineData(0x2500, 1, "ambiguous: box drawing")]
    [InlineData(0x231a, 2, "watch, emoji presentation")]
    [InlineData(0x2764, 1, "heavy black heart, text presentation")]
    [InlineData(0x302e, 0, "Hangul tone mark")]
    [InlineData(0x303f, 1, "ideographic half fill space")]
    [InlineData(0x3248, 2, "circled ten on a black square")]
    [InlineData(0x4dc0, 2, "hexagram")]
    [InlineData(0x4e00, 2, "an ideograph")]
    [InlineData(0xac00, 2, "a Hangul syllable")]
    [InlineData(0xe000, 1, "private use")]
    [InlineData(0xfe0e, 0, "VS15")]
    [InlineData(0xfe0f, 0, "VS16")]
    [InlineData(0xfeff, 0, "zero width no-break space")]
    [InlineData(0xff21, 2, "fullwidth A")]
    [InlineData(0xff71, 1, "halfwidth katakana")]
    [InlineData(0xfffd, 1, "replacement character")]
    [InlineData(0x1f1e6, 1, "a regional indicator")]
    [InlineData(0x1f3fb, 2, "a skin tone by itself")]
    [InlineData(0x1f600, 2, "a face")]
    [InlineData(0x1fae8, 2, "an emoji of Unicode 15")]
    [InlineData(0x20000, 2, "an ideograph of plane 2")]
    [InlineData(0xe0061, 0, "a tag letter")]
    [InlineData(0x10ffff, 1, "the last code point")]
    public void A_code_point_takes_the_columns_the_standards_give_it(int codePoint, int columns, string what)
    {
        Assert.True(columns == CodePointWidth.Of(codePoint), $"U+{codePoint:X4} ({what}) took {CodePointWidth.Of(codePoint)}, not {columns}");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0x110000)]
    [InlineData(int.MaxValue)]
    public void What_is_no_code_point_has_no_width(int value)
    {
        Assert.Throws<IndexOutOfRangeException>(() => CodePointWidth.Of(value));
    }

    /// <summary>Holds the generated table against the files; the samples above stand alone where these are not installed.</summary>
    [Fact]
    public void Every_width_is_what_the_data_files_say()
    {
        if (!UnicodeData.Matches(UnicodeTable.Version)) return;
        var category = UnicodeData.Values("extracted/DerivedGeneralCategory.txt");
        var eastAsian = UnicodeData.Values("EastAsianWidth.txt");
        var jamo = UnicodeData.Values("HangulSyllableType.txt");
        var prepended = UnicodeData.Having("PropList.txt", "Prepended_Concatenation_Mark");
        var emoji = UnicodeData.Having("emoji/emoji-data.txt", "Emoji_Presentation");

        var wrong = Enumerable.Range(0, 0x110000).Where(codePoint => CodePointWidth.Of(codePoint) != Expected(codePoint));

        Assert.Empty(wrong.Select(codePoint => $"U+{codePoint:X4}: {CodePointWidth.Of(codePoint)}, not {Expected(codePoint)}"));

        int Expected(int codePoint)
        {
            var general = category[codePoint];
            if (general == "Cc") return 0;
            if (general is "Mn" or "Me" || codePoint is 0x302e or 0x302f) return 0;
            if (general == "Cf" && codePoint != 0xad && !prepended.Contains(codePoint)) return 0;
            if (jamo.GetValueOrDefault(codePoint) is "V" or "T") return 0;
            if (codePoint is (>= 0x3248 and <= 0x324f) or (>= 0x4dc0 and <= 0x4dff)) return 2;
            if (eastAsian.GetValueOrDefault(codePoint) is "W" or "F") return 2;
            return emoji.Contains(codePoint) && codePoint is not (>= 0x1f1e6 and <= 0x1f1ff) ? 2 : 1;
        }
    }
}
