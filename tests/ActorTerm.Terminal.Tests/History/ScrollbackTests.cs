using System.Text;

namespace ActorTerm.Terminal.Tests.History;

public sealed class ScrollbackTests
{
    private static TestTerminal Terminal(int lines, int bytes = 1024 * 1024, int columns = 80) =>
        new(columns, 2, new TerminalOptions { ScrollbackLines = lines, ScrollbackBytes = bytes });

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(999)]
    [InlineData(5_000)]
    public void As_many_lines_are_kept_as_may_be_and_each_reads_as_it_was(int lines)
    {
        var terminal = Terminal(lines);
        for (var i = 0; i < 4_000; i++) terminal.Model.Feed(Encoding.UTF8.GetBytes($"\e[3{i % 8}mline {i} {new string('x', i % 60)}\e[m{(i % 7 == 0 ? "日本" : "")}\r\n"));

        var scrollback = terminal.Model.Screen.Scrollback;
        Assert.Equal(Math.Max(0, scrollback.EndLine - lines), scrollback.FirstLine);
        for (var line = scrollback.EndLine - 1; line >= scrollback.FirstLine; line--)
        {
            var view = scrollback.GetLine(line);
            Assert.Equal($"line {line} {new string('x', (int)(line % 60))}{(line % 7 == 0 ? "日本" : "")}", view.GetText());
            Assert.Equal($"palette {line % 8}", view.StyleAt(0).Foreground.ToString());
        }
    }

    [Fact]
    public void At_the_bound_of_bytes_the_oldest_lines_go()
    {
        var terminal = Terminal(lines: 1_000_000, bytes: 64 * 1024);
        for (var i = 0; i < 5_000; i++) terminal.Model.Feed(Encoding.UTF8.GetBytes($"line {i} and some more text\r\n"));

        var scrollback = terminal.Model.Screen.Scrollback;
        Assert.InRange(scrollback.Bytes, 32 * 1024, 72 * 1024);
        Assert.InRange(scrollback.EndLine - scrollback.FirstLine, 1_000, 3_000);
        Assert.Equal($"line {scrollback.FirstLine} and some more text", scrollback.GetLine(scrollback.FirstLine).GetText());
        Assert.Equal(4_999, scrollback.EndLine);
    }

    [Fact]
    public void Lines_longer_than_a_page_are_kept_whole()
    {
        var terminal = Terminal(lines: 20, columns: 4096);
        var text = string.Concat(Enumerable.Range(0, 4_000).Select(i => $"\e[38;5;{i % 256}m{(char)(0x3b1 + i % 20)}"));
        for (var i = 0; i < 50; i++) terminal.Feed(text + "\e[m\r\nshort\r\n");

        var scrollback = terminal.Model.Screen.Scrollback;
        Assert.Equal(20, scrollback.EndLine - scrollback.FirstLine);
        var view = scrollback.GetLine(scrollback.EndLine - 1);
        Assert.Equal(4_000, view.GetText().Length);
        Assert.Equal("palette 159", view.StyleAt(3_999).Foreground.ToString());
        Assert.Equal("short", scrollback.GetLine(scrollback.EndLine - 2).GetText());
    }

    [Fact]
    public void Cleared_history_is_empty_and_numbers_go_on()
    {
        var terminal = Terminal(lines: 100).Feed("1\r\n2\r\n3\r\n4\r\n\e[3J5\r\n6\r\n");

        var scrollback = terminal.Model.Screen.Scrollback;
        Assert.Equal(3, scrollback.FirstLine);
        Assert.Equal(["4", "5"], terminal.History);
        Assert.Throws<ArgumentOutOfRangeException>(() => scrollback.GetLine(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => scrollback.GetLine(5));
    }

    [Fact]
    public void A_flood_allocates_nothing_once_history_is_full()
    {
        var terminal = Terminal(lines: 2_000);
        var flood = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 2_000).Select(i => $"\e[3{i % 8}mline {i}\e[m and 日本 text\r\n")));
        for (var i = 0; i < 4; i++) terminal.Model.Feed(flood);

        var before = GC.GetAllocatedBytesForCurrentThread();
        terminal.Model.Feed(flood);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000);
    }

    [Fact]
    public void A_line_costs_little_more_than_its_text()
    {
        var plain = Terminal(lines: 10_000);
        var coloured = Terminal(lines: 10_000);
        for (var i = 0; i < 10_000; i++)
        {
            plain.Model.Feed(Encoding.ASCII.GetBytes(new string((char)('a' + i % 26), 80) + "\r\n"));
            coloured.Model.Feed(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(1, 4).Select(c => $"\e[3{c}m{new string((char)('a' + i % 26), 20)}")) + "\r\n"));
        }

        Assert.InRange(plain.Model.Screen.Scrollback.Bytes / 10_000.0, 80, 100);
        Assert.InRange(coloured.Model.Screen.Scrollback.Bytes / 10_000.0, 80, 110);
    }
}
