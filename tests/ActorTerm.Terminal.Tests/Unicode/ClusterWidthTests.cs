using ActorTerm.Terminal.Unicode;

namespace ActorTerm.Terminal.Tests.Unicode;

public class ClusterWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("e\u0301", 1)]
    [InlineData("\u0301", 0)]
    [InlineData("字", 2)]
    [InlineData("🇩🇪", 2)]
    [InlineData("🇩", 1)]
    [InlineData("❤", 1)]
    [InlineData("❤️", 2)]
    [InlineData("❤\ufe0e", 1)]
    [InlineData("👍\ufe0e", 2)]
    [InlineData("a\ufe0f", 1)]
    [InlineData("#️⃣", 2)]
    [InlineData("👩‍👩‍👧", 2)]
    [InlineData("👍🏽", 2)]
    [InlineData("\u1100\u1161\u11a8", 2)]
    public void A_cluster_is_as_wide_as_its_widest_member_and_emoji_are_two_columns(string cluster, int columns)
    {
        int[] codePoints = [.. cluster.EnumerateRunes().Select(rune => rune.Value)];

        Assert.Equal(columns, ClusterWidth.Of(codePoints));
    }
}
