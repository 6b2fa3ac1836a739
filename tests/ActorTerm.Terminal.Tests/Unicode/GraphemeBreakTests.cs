using ActorTerm.Terminal.Unicode;

namespace ActorTerm.Terminal.Tests.Unicode;

public class GraphemeBreakTests
{
    [Theory]
    [InlineData('\r', GraphemeBreakClass.CarriageReturn)]
    [InlineData('\n', GraphemeBreakClass.LineFeed)]
    [InlineData(0x07, GraphemeBreakClass.Control)]
    [InlineData('a', GraphemeBreakClass.Other)]
    [InlineData(0x301, GraphemeBreakClass.Extend)]
    [InlineData(0xfe0f, GraphemeBreakClass.Extend)]
    [InlineData(0x200d, GraphemeBreakClass.ZeroWidthJoiner)]
    [InlineData(0x1f1ff, GraphemeBreakClass.RegionalIndicator)]
    [InlineData(0x600, GraphemeBreakClass.Prepend)]
    [InlineData(0x903, GraphemeBreakClass.SpacingMark)]
    [InlineData(0x1100, GraphemeBreakClass.HangulLeading)]
    [InlineData(0x1161, GraphemeBreakClass.HangulVowel)]
    [InlineData(0x11a8, GraphemeBreakClass.HangulTrailing)]
    [InlineData(0xac00, GraphemeBreakClass.HangulLeadingVowel)]
    [InlineData(0xac01, GraphemeBreakClass.HangulLeadingVowelTrailing)]
    public void A_code_point_has_the_class_of_the_standard(int codePoint, GraphemeBreakClass expected)
    {
        Assert.Equal(expected, GraphemeBreak.ClassOf(codePoint));
    }

    [Fact]
    public void Pictographs_and_bases_of_variation_sequences_are_known()
    {
        Assert.True(GraphemeBreak.IsPictographic(0x1f600));
        Assert.True(GraphemeBreak.IsPictographic(0x2764));
        Assert.False(GraphemeBreak.IsPictographic('#'));
        Assert.True(GraphemeBreak.IsEmojiVariationBase('#'));
        Assert.True(GraphemeBreak.IsEmojiVariationBase(0x2764));
        Assert.False(GraphemeBreak.IsEmojiVariationBase('a'));
    }

    /// <summary>Holds the generated table against the files; the samples above stand alone where these are not installed.</summary>
    [Fact]
    public void Every_property_is_what_the_data_files_say()
    {
        if (!UnicodeData.Matches(UnicodeTable.Version)) return;
        string[] names = ["Other", "CR", "LF", "Control", "Extend", "ZWJ", "Regional_Indicator", "Prepend", "SpacingMark", "L", "V", "T", "LV", "LVT"];
        var classes = UnicodeData.Values("auxiliary/GraphemeBreakProperty.txt");
        var pictographic = UnicodeData.Having("emoji/emoji-data.txt", "Extended_Pictographic");
        var bases = UnicodeData.Lines("emoji/emoji-variation-sequences.txt").Where(line => line.Contains("FE0F"))
            .Select(line => UnicodeData.Hex(line.Split(' ')[0])).ToHashSet();

        var wrong = Enumerable.Range(0, 0x110000).Where(codePoint =>
            names[(int)GraphemeBreak.ClassOf(codePoint)] != classes.GetValueOrDefault(codePoint, "Other")
            || GraphemeBreak.IsPictographic(codePoint) != pictographic.Contains(codePoint)
            || GraphemeBreak.IsEmojiVariationBase(codePoint) != bases.Contains(codePoint));

        Assert.Empty(wrong.Select(codePoint => $"U+{codePoint:X4}"));
    }
}
