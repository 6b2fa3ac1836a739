using ActorTerm.Hocon;
using ActorTerm.Host.Configuration;

namespace ActorTerm.Host.Tests.Configuration;

public sealed class SettingDescriptionTests
{
    [Fact]
    public void What_stands_above_a_setting_is_its_unit_its_range_and_its_reason()
    {
        var setting = Described(
            """
            # Bytes that wait. At the bound
            # the reader waits.
            # Unit: size, 4 KiB to 1.5 GiB.
            # Reason: a repaint fits, twice
            # over.
            a.b = 1 MiB
            """);

        Assert.Equal(("a.b", SettingKind.Size, "size", "a repaint fits, twice over."), (setting.Path, setting.Kind, setting.Unit, setting.Reason));
        Assert.Equal(new SettingRange("4 KiB", "1.5 GiB", 4096, 1610612736), setting.Range);
        Assert.Equal("reference.conf:6:3", setting.Origin.ToString());
    }

    [Theory]
    [InlineData("duration, 10 ms to 2 minutes", "Duration", 100_000L, 1_200_000_000L)]
    [InlineData("lines, 0 to 10", "Count", 0L, 10L)]
    [InlineData("frames per second, 1 to 60", "Count", 1L, 60L)]
    [InlineData("boolean", "Boolean", null, null)]
    [InlineData("text", "Text", null, null)]
    [InlineData("list of texts", "Texts", null, null)]
    public void The_unit_says_what_kind_the_setting_is(string unit, string kind, long? least, long? greatest)
    {
        var setting = Described($"# Unit: {unit}. Reason: because.\na = 1");

        Assert.Equal((kind, least, greatest), (setting.Kind.ToString(), setting.Range?.Least, setting.Range?.Greatest));
    }

    [Theory]
    [InlineData("a = 1", "1:1: expected 'Unit: ....' and 'Reason: ....' above 'a'")]
    [InlineData("# Unit: lines, 1 to 2.\na = 1", "2:1: expected 'Unit: ....' and 'Reason: ....' above 'a'")]
    [InlineData("# Unit: lines, 1 to 2. Reason: x.\n\na = 1", "3:1: expected 'Unit: ....' and 'Reason: ....' above 'a'")]
    [InlineData("# Unit: lines. Reason: x.\na = 1", "2:1: expected the range of 'a' after its unit: 'Unit: lines, LOW to HIGH.'")]
    [InlineData("# Unit: size, 2 KiB to 1 KiB. Reason: x.\na = 1", "2:1: expected a range from low to high, found 2 KiB to 1 KiB")]
    [InlineData("# Unit: duration, 1 KiB to 2 KiB. Reason: x.\na = 1", "2:1: expected a duration such as 500 ms, 5 s or 10 minutes for 'range', found a string: \"1 KiB\"")]
    public void A_setting_that_is_not_described_is_an_error(string reference, string complaint) =>
        Assert.Equal($"reference.conf:{complaint}", Assert.Throws<HoconException>(() => Catalogs.Of(reference)).Message);

    private static Setting Described(string reference) => Catalogs.Of(reference).Settings.Single();
}
