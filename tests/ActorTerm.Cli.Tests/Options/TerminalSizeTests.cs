using ActorTerm.Cli.Options;

namespace ActorTerm.Cli.Tests.Options;

public class TerminalSizeTests
{
    [Fact]
    public void A_size_is_columns_and_rows() => Assert.Equal((132, 43), TerminalSize.Parse("132x43"));

    [Theory]
    [InlineData("132")]
    [InlineData("132x")]
    [InlineData("132x43x2")]
    [InlineData("-1x5")]
    [InlineData("wide x high")]
    public void Anything_else_is_refused_with_what_to_write(string text) =>
        Assert.Equal($"`{text}` is no size: write COLUMNSxROWS, such as 120x40", Assert.Throws<UsageException>(() => TerminalSize.Parse(text)).Message);
}
