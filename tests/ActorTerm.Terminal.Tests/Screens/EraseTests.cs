namespace ActorTerm.Terminal.Tests.Screens;

public sealed class EraseTests
{
    private const string Filled = "0123456789\r\nabcdefghij\r\nABCDEFGHIJ\r\n!!!!!!!!!!\e[2;5H";

    [Theory]
    [InlineData("\e[J", "0123456789|abcd")]                  // ED
    [InlineData("\e[0J", "0123456789|abcd")]
    [InlineData("\e[1J", "|     fghij|ABCDEFGHIJ|!!!!!!!!!!")]
    [InlineData("\e[2J", "")]
    [InlineData("\e[K", "0123456789|abcd|ABCDEFGHIJ|!!!!!!!!!!")]            // EL
    [InlineData("\e[1K", "0123456789|     fghij|ABCDEFGHIJ|!!!!!!!!!!")]
    [InlineData("\e[2K", "0123456789||ABCDEFGHIJ|!!!!!!!!!!")]
    [InlineData("\e[3X", "0123456789|abcd   hij|ABCDEFGHIJ|!!!!!!!!!!")]     // ECH
    [InlineData("\e[99X", "0123456789|abcd|ABCDEFGHIJ|!!!!!!!!!!")]
    [InlineData("\e[2P", "0123456789|abcdghij|ABCDEFGHIJ|!!!!!!!!!!")]       // DCH
    [InlineData("\e[99P", "0123456789|abcd|ABCDEFGHIJ|!!!!!!!!!!")]
    [InlineData("\e[2@", "0123456789|abcd  efgh|ABCDEFGHIJ|!!!!!!!!!!")]     // ICH
    [InlineData("\e[99@", "0123456789|abcd|ABCDEFGHIJ|!!!!!!!!!!")]
    [InlineData("\e[L", "0123456789||abcdefghij|ABCDEFGHIJ")]                // IL
    [InlineData("\e[9L", "0123456789")]
    [InlineData("\e[M", "0123456789|ABCDEFGHIJ|!!!!!!!!!!")]                 // DL
    [InlineData("\e[9M", "0123456789")]
    [InlineData("\e[4J", "0123456789|abcdefghij|ABCDEFGHIJ|!!!!!!!!!!")]     // unknown ones do nothing
    [InlineData("\e[3K", "0123456789|abcdefghij|ABCDEFGHIJ|!!!!!!!!!!")]
    public void Cells_go_away(string stream, string expected) => ScreenCase.Check(Filled + stream, expected);

    [Theory]
    [InlineData("\e[2;3r\e[2;5H\e[L", "0123456789||abcdefghij|!!!!!!!!!!", "0,1")]
    [InlineData("\e[2;3r\e[2;5H\e[M", "0123456789|ABCDEFGHIJ||!!!!!!!!!!", "0,1")]
    [InlineData("\e[2;3r\e[4;5H\e[L", "0123456789|abcdefghij|ABCDEFGHIJ|!!!!!!!!!!", "4,3")]
    [InlineData("\e[?69h\e[3;6s\e[2;5H\e[L", "0123456789|ab    ghij|ABcdefGHIJ|!!CDEF!!!!", "2,1")]
    [InlineData("\e[?69h\e[3;6s\e[2;5H\e[M", "0123456789|abCDEFghij|AB!!!!GHIJ|!!    !!!!", "2,1")]
    [InlineData("\e[?69h\e[3;6s\e[2;9H\e[M", "0123456789|abcdefghij|ABCDEFGHIJ|!!!!!!!!!!", "8,1")]
    [InlineData("\e[?69h\e[3;6s\e[2;4H\e[2@", "0123456789|abc  dghij|ABCDEFGHIJ|!!!!!!!!!!", "3,1")]
    [InlineData("\e[?69h\e[3;6s\e[2;4H\e[2P", "0123456789|abcf  ghij|ABCDEFGHIJ|!!!!!!!!!!", "3,1")]
    [InlineData("\e[?69h\e[3;6s\e[2;8H\e[2P", "0123456789|abcdefghij|ABCDEFGHIJ|!!!!!!!!!!", "7,1")]
    public void Margins_bound_what_moves(string stream, string expected, string cursor) => ScreenCase.Check(Filled + stream, expected, cursor);

    [Theory]
    [InlineData("\e[2'}", "0123  4567|abcd  efgh|ABCD  EFGH|!!!!  !!!!")]   // DECIC
    [InlineData("\e[2'~", "01236789|abcdghij|ABCDGHIJ|!!!!!!!!")]           // DECDC
    [InlineData("\e[2 @", "23456789|cdefghij|CDEFGHIJ|!!!!!!!!")]           // SL
    [InlineData("\e[2 A", "  01234567|  abcdefgh|  ABCDEFGH|  !!!!!!!!")]   // SR
    [InlineData("\e[2;1H\e6", " 012345678| abcdefghi| ABCDEFGHI| !!!!!!!!!")]         // DECBI at the edge
    [InlineData("\e[2;10H\e9", "123456789|bcdefghij|BCDEFGHIJ|!!!!!!!!!")]  // DECFI at the edge
    [InlineData("\e[2;3r\e[2;5H\e[2'}", "0123456789|abcd  efgh|ABCD  EFGH|!!!!!!!!!!")]
    [InlineData("\e[?69h\e[3;6s\e[2;5H\e[1'~", "01235 6789|abcdf ghij|ABCDF GHIJ|!!!!! !!!!")]
    [InlineData("\e[?69h\e[3;6s\e[2;8H\e[1'~", "0123456789|abcdefghij|ABCDEFGHIJ|!!!!!!!!!!")]
    public void Columns_move(string stream, string expected) => ScreenCase.Check(Filled + stream, expected);

    [Theory]
    [InlineData("\e6", "3,1")]
    [InlineData("\e9", "5,1")]
    public void Inside_the_margins_back_and_forward_index_just_move(string stream, string cursor) =>
        ScreenCase.Check(Filled + stream, "0123456789|abcdefghij|ABCDEFGHIJ|!!!!!!!!!!", cursor);

    [Theory]
    [InlineData("日本語\e[1;2HX", " X本語")]                 // either half takes the other along
    [InlineData("日本語\e[1;1HX", "X 本語")]
    [InlineData("日本語\e[1;2H\e[X", "  本語")]
    [InlineData("日本語\e[1;3H\e[X", "日  語")]
    [InlineData("日本語\e[1;2H\e[P", " 本語")]
    [InlineData("日本語\e[1;2H\e[@", "   本語")]
    [InlineData("日本語\e[1;4H\e[K", "日")]
    [InlineData("日本語\e[1;4H\e[1K", "    語")]
    [InlineData("日本語\e[1;2H漢", " 漢 語")]
    public void Half_a_character_is_none(string stream, string expected) => ScreenCase.Check(stream, expected);

    [Theory]
    [InlineData("\e[44m\e[2J", 0, 0)]
    [InlineData("\e[44m\e[K", 0, 9)]
    [InlineData("\e[44m\e[5X", 0, 4)]
    [InlineData("abc\e[44m\e[2G\e[P", 0, 9)]
    [InlineData("abc\e[44m\e[2G\e[@", 0, 1)]
    [InlineData("\e[44m\e[L", 0, 5)]
    [InlineData("\e[44m\e[M", 3, 5)]
    [InlineData("\e[44m\e[S", 3, 0)]
    [InlineData("\e[44m\e[T", 0, 0)]
    [InlineData("\e[44m\e[4H\n", 3, 5)]
    [InlineData("\e[44m\eM", 0, 5)]
    [InlineData("\e[44m\e[1;1;2;2$z", 1, 1)]
    [InlineData("\e[1;3;4;7;44m\e[2J", 0, 0)]
    public void Erased_cells_take_the_background_and_nothing_else(string stream, int row, int column)
    {
        var terminal = new TestTerminal().Feed(stream);

        Assert.Equal(new() { Background = ActorTerm.Terminal.Styles.CellColor.Palette(4) }, terminal.StyleAt(row, column));
        Assert.Equal("", terminal.Row(row).Trim('a', 'b', 'c', ' '));
    }

    [Theory]
    [InlineData("\e[?J", "  p")]                             // DECSED spares protected cells
    [InlineData("\e[?2J", "  p")]
    [InlineData("\e[?2K", "  p")]                            // DECSEL
    [InlineData("\e[1;1;1;9${", "  p")]                      // DECSERA
    [InlineData("\e[2J", "")]                                // ED does not
    [InlineData("\e[1;1;1;9$z", "")]                         // nor DECERA
    [InlineData("\e[9X", "")]
    public void Selective_erase_spares_protected_cells(string stream, string expected) =>
        ScreenCase.Check("ab\e[1\"qp\e[\"qc\r" + stream, expected);

    [Theory]
    [InlineData("\e[2J", "  p")]
    [InlineData("\e[2K", "  p")]
    [InlineData("\e[9X", "  p")]
    public void What_SPA_protects_even_plain_erase_spares(string stream, string expected) =>
        ScreenCase.Check("ab\eVp\eWc\r" + stream, expected);
}
