using System.Buffers;
using System.Text;
using ActorTerm.Terminal.Styles;
using ActorTerm.Terminal.Views;

namespace ActorTerm.Terminal.Tests.Views;

public class StyleWriterTests
{
    private static readonly Style Plain = default;
    private static readonly Style Bold = new() { Flags = StyleFlags.Bold };
    private static readonly Style RedBold = new() { Flags = StyleFlags.Bold, Foreground = CellColor.Palette(1) };
    private static readonly Style BoldFaint = new() { Flags = StyleFlags.Bold | StyleFlags.Faint };

    public static TheoryData<Style, Style, string> Changes => new()
    {
        { Plain, Plain, "" },
        { Plain, Bold, "\e[1m" },
        { Bold, Plain, "\e[m" },
        { Bold, RedBold, "\e[31m" },
        { RedBold, Bold, "\e[39m" },
        { BoldFaint, Bold, "\e[0;1m" },
        { Plain, new Style { Flags = StyleFlags.Protected }, "" },
        { Plain, new Style { Foreground = CellColor.Palette(9), Background = CellColor.Palette(12) }, "\e[91;104m" },
        { Plain, new Style { Foreground = CellColor.Palette(208) }, "\e[38;5;208m" },
        { Plain, new Style { Background = CellColor.Rgb(1, 2, 3) }, "\e[48;2;1;2;3m" },
        { Plain, new Style { Underline = UnderlineStyle.Single }, "\e[4m" },
        { Plain, new Style { Underline = UnderlineStyle.Curly, UnderlineColor = CellColor.Palette(9) }, "\e[4;4:3;58:5:9m" },
        { Plain, new Style { Underline = UnderlineStyle.Single, UnderlineColor = CellColor.Rgb(1, 2, 3) }, "\e[4;58:2::1:2:3m" },
        { Plain, new Style { Link = new Hyperlink("https://x.example/\a\u009b", "7\e") }, "\e]8;id=7;https://x.example/\e\\" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_is_written_as_briefly_as_it_can_be(Style from, Style to, string expected)
    {
        Assert.Equal(expected, Written(from, to));
    }

    [Fact]
    public void Any_change_brings_a_terminal_to_the_style_it_names()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var terminal = new TestTerminal(columns: 4, rows: 1);
        var style = Plain;
        for (var round = 0; round < 5_000; round++)
        {
            var next = Any(random);
            terminal.Feed("\e[H" + Written(style, next) + "x");
            style = next;

            Assert.True(style == terminal.StyleAt(0, 0), $"seed {seed}, round {round}: {terminal.StyleAt(0, 0)}, not {style}");
        }
    }

    private static string Written(Style from, Style to)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var ansi = new AnsiWriter(new ArrayBufferWriter<byte>());
        var writer = new StyleWriter();
        writer.Change(ref ansi, from);
        ansi = new AnsiWriter(bytes);
        writer.Change(ref ansi, to);
        ansi.Flush();
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static Style Any(Random random) => new()
    {
        Flags = (StyleFlags)random.Next(1 << 9) & (StyleFlags)random.Next(1 << 9),
        Underline = (UnderlineStyle)random.Next(6),
        Foreground = Color(random),
        Background = Color(random),
        UnderlineColor = Color(random),
    };

    private static CellColor Color(Random random) => random.Next(4) switch
    {
        0 => default,
        1 => CellColor.Palette(random.Next(16)),
        2 => CellColor.Palette(random.Next(256)),
        _ => CellColor.Rgb(random.Next(256), random.Next(256), random.Next(256)),
    };
}
