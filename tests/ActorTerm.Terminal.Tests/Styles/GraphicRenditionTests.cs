using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Tests.Styles;

public sealed class GraphicRenditionTests
{
    private static Style After(string stream) => new TestTerminal().Feed(stream + "x").StyleAt(0, 0);

    [Theory]
    [InlineData("1", StyleFlags.Bold)]
    [InlineData("2", StyleFlags.Faint)]
    [InlineData("3", StyleFlags.Italic)]
    [InlineData("5", StyleFlags.Blink)]
    [InlineData("6", StyleFlags.RapidBlink)]
    [InlineData("7", StyleFlags.Inverse)]
    [InlineData("8", StyleFlags.Invisible)]
    [InlineData("9", StyleFlags.Strikethrough)]
    [InlineData("53", StyleFlags.Overline)]
    [InlineData("1;3;7", StyleFlags.Bold | StyleFlags.Italic | StyleFlags.Inverse)]
    [InlineData("1;2;22", StyleFlags.None)]
    [InlineData("3;23", StyleFlags.None)]
    [InlineData("5;6;25", StyleFlags.None)]
    [InlineData("7;27", StyleFlags.None)]
    [InlineData("8;28", StyleFlags.None)]
    [InlineData("9;29", StyleFlags.None)]
    [InlineData("53;55", StyleFlags.None)]
    [InlineData("1;0", StyleFlags.None)]
    [InlineData("1;", StyleFlags.None)]
    [InlineData("1;;3", StyleFlags.Italic)]
    [InlineData("1;77;3", StyleFlags.Bold | StyleFlags.Italic)]
    public void Flags_go_on_and_off(string parameters, StyleFlags expected) => Assert.Equal(new Style { Flags = expected }, After($"\e[{parameters}m"));

    [Theory]
    [InlineData("4", UnderlineStyle.Single)]
    [InlineData("21", UnderlineStyle.Double)]
    [InlineData("4:0", UnderlineStyle.None)]
    [InlineData("4:1", UnderlineStyle.Single)]
    [InlineData("4:2", UnderlineStyle.Double)]
    [InlineData("4:3", UnderlineStyle.Curly)]
    [InlineData("4:4", UnderlineStyle.Dotted)]
    [InlineData("4:5", UnderlineStyle.Dashed)]
    [InlineData("4:9", UnderlineStyle.None)]
    [InlineData("4;24", UnderlineStyle.None)]
    [InlineData("4;3", UnderlineStyle.Single)]
    public void Underlines_have_styles(string parameters, UnderlineStyle expected) => Assert.Equal(expected, After($"\e[{parameters}m").Underline);

    [Theory]
    [InlineData("31", "palette 1", "default", "default")]
    [InlineData("97", "palette 15", "default", "default")]
    [InlineData("42", "default", "palette 2", "default")]
    [InlineData("100", "default", "palette 8", "default")]
    [InlineData("31;39", "default", "default", "default")]
    [InlineData("42;49", "default", "default", "default")]
    [InlineData("38;5;123", "palette 123", "default", "default")]
    [InlineData("48;5;200", "default", "palette 200", "default")]
    [InlineData("58;5;9", "default", "default", "palette 9")]
    [InlineData("58;5;9;59", "default", "default", "default")]
    [InlineData("38;2;1;2;3", "#010203", "default", "default")]
    [InlineData("48;2;255;0;16", "default", "#ff0010", "default")]
    [InlineData("38:5:123", "palette 123", "default", "default")]
    [InlineData("38:2::1:2:3", "#010203", "default", "default")]
    [InlineData("38:2:7:1:2:3", "#010203", "default", "default")]
    [InlineData("38:2:1:2:3", "#010203", "default", "default")]
    [InlineData("58:2::1:2:3", "default", "default", "#010203")]
    [InlineData("38;5;1;48;5;2", "palette 1", "palette 2", "default")]
    [InlineData("38:5:1;48:5:2", "palette 1", "palette 2", "default")]
    [InlineData("38;2;;2;", "#000200", "default", "default")]
    [InlineData("38;5", "default", "default", "default")]                // incomplete or out of range: nothing
    [InlineData("38;2;1;2", "default", "default", "default")]
    [InlineData("38;5;256", "default", "default", "default")]
    [InlineData("38;2;1;2;256", "default", "default", "default")]
    [InlineData("38:9:1", "default", "default", "default")]
    [InlineData("38", "default", "default", "default")]
    [InlineData("31;38;9;1;42", "palette 1", "default", "default")]      // what follows an unknown form cannot be told
    public void Colours_come_in_all_their_forms(string parameters, string foreground, string background, string underline)
    {
        var style = After($"\e[{parameters}m");

        Assert.Equal(foreground, style.Foreground.ToString());
        Assert.Equal(background, style.Background.ToString());
        Assert.Equal(underline, style.UnderlineColor.ToString());
    }

    [Fact]
    public void Protection_and_links_survive_SGR_0()
    {
        var style = After("\e[1;31m\e[1\"q\e]8;id=7;http://x/\a\e[m");

        Assert.Equal(StyleFlags.Protected, style.Flags);
        Assert.Equal("http://x/", style.Link?.Uri);
        Assert.Equal("7", style.Link?.Id);
    }

    [Fact]
    public void Renditions_are_put_aside_and_come_back()
    {
        Assert.Equal(StyleFlags.Bold, After("\e[1m\e[#{\e[0;3m\e[#}").Flags);
        Assert.Equal(StyleFlags.Italic, After("\e[3m\e[#}").Flags);
    }
}
