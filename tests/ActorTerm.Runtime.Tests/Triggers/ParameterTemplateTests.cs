using ActorTerm.Runtime.Triggers;

namespace ActorTerm.Runtime.Tests.Triggers;

public sealed class ParameterTemplateTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData(@"\0", "whole")]
    [InlineData(@"<\1> <\2>", "<one> <two>")]
    [InlineData(@"\9", "nine")]
    [InlineData(@"\10", "one0")]
    [InlineData(@"\7", "")]
    [InlineData(@"\a\b\e\n\r\t\\", "\a\b\e\n\r\t\\")]
    [InlineData(@"\x1b[31m\x4", "\e[31m\\x4")]
    [InlineData(@"\\n", "\\n")]
    [InlineData(@"\q\", "\\q\\")]
    public void Captures_and_escapes_are_put_in(string template, string expected) =>
        Assert.Equal(expected, new ParameterTemplate(template).Fill(["whole", "one", "two", "", "", "", "", "", "eight", "nine"]));

    [Fact]
    public void Captured_text_is_never_read_again() =>
        Assert.Equal(@"\n\x1b\0", new ParameterTemplate(@"\1").Fill(["", @"\n\x1b\0"]));
}
