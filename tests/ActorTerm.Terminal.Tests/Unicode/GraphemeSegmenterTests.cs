using System.Text;
using ActorTerm.Terminal.Unicode;

namespace ActorTerm.Terminal.Tests.Unicode;

public class GraphemeSegmenterTests
{
    [Theory]
    [InlineData("abc", "a|b|c")]
    [InlineData("\r\n\n", "\r\n|\n")]
    [InlineData("e\u0301\u0301x", "e\u0301\u0301|x")]
    [InlineData("\u1100\u1161\u11a8\u1100", "\u1100\u1161\u11a8|\u1100")]
    [InlineData("\uac00\u11a8\uac00", "\uac00\u11a8|\uac00")]
    [InlineData("\u0915\u0903", "\u0915\u0903")]
    [InlineData("\u0600\u0661", "\u0600\u0661")]
    [InlineData("👩‍👩‍👧x", "👩‍👩‍👧|x")]
    [InlineData("👍🏽👍", "👍🏽|👍")]
    [InlineData("❤️‍🔥", "❤️‍🔥")]
    [InlineData("a\u200d👍", "a\u200d|👍")]
    [InlineData("🇩🇪🇫🇷🇪", "🇩🇪|🇫🇷|🇪")]
    [InlineData("🇩\u0301🇪", "🇩\u0301|🇪")]
    public void Text_is_cut_where_readers_see_characters_begin(string text, string expected)
    {
        Assert.Equal(expected, Cut(text.EnumerateRunes().Select(rune => rune.Value)));
    }

    /// <summary>The Unicode Consortium's own cases, where unicode-data is installed.</summary>
    [Fact]
    public void The_standards_own_test_file_passes()
    {
        if (!UnicodeData.Matches(UnicodeTable.Version)) return;

        var failures = UnicodeData.Lines("auxiliary/GraphemeBreakTest.txt").Where(line => Marked(line) != line);

        Assert.Empty(failures);

        static string Marked(string line)
        {
            var segmenter = default(GraphemeSegmenter);
            var codePoints = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(field => field is not ("÷" or "×"));
            return string.Concat(codePoints.Select(hex => $"{(segmenter.Begins(UnicodeData.Hex(hex)) ? "÷" : "×")} {hex} ")) + "÷";
        }
    }

    private static string Cut(IEnumerable<int> codePoints)
    {
        var segmenter = default(GraphemeSegmenter);
        var text = new StringBuilder();
        foreach (var codePoint in codePoints)
        {
            if (segmenter.Begins(codePoint) && text.Length > 0) text.Append('|');
            text.Append(char.ConvertFromUtf32(codePoint));
        }

        return text.ToString();
    }
}
