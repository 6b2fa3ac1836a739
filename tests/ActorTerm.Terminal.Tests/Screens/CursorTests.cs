namespace ActorTerm.Terminal.Tests.Screens;

public sealed class CursorTests
{
    [Theory]
    [InlineData("\e[2;3H", "2,1")]                           // CUP
    [InlineData("\e[2;3f", "2,1")]                           // HVP
    [InlineData("\e[H", "0,0")]
    [InlineData("\e[0;0H", "0,0")]
    [InlineData("\e[99;99H", "9,3")]
    [InlineData("\e[3;5H\e[2A", "4,0")]                      // CUU
    [InlineData("\e[3;5H\e[9A", "4,0")]
    [InlineData("\e[3;5H\e[B", "4,3")]                       // CUD
    [InlineData("\e[3;5H\e[9B", "4,3")]
    [InlineData("\e[3;5H\e[2C", "6,2")]                      // CUF
    [InlineData("\e[3;5H\e[99C", "9,2")]
    [InlineData("\e[3;5H\e[2D", "2,2")]                      // CUB
    [InlineData("\e[3;5H\e[99D", "0,2")]
    [InlineData("\e[3;5H\e[E", "0,3")]                       // CNL
    [InlineData("\e[3;5H\e[2F", "0,0")]                      // CPL
    [InlineData("\e[3;5H\e[7G", "6,2")]                      // CHA
    [InlineData("\e[3;5H\e[7`", "6,2")]                      // HPA
    [InlineData("\e[3;5H\e[2a", "6,2")]                      // HPR
    [InlineData("\e[3;5H\e[2j", "2,2")]                      // HPB
    [InlineData("\e[3;5H\e[2d", "4,1")]                      // VPA
    [InlineData("\e[3;5H\e[e", "4,3")]                       // VPR
    [InlineData("\e[3;5H\ek", "4,2")]
    [InlineData("\e[3;5H\e[2k", "4,0")]                      // VPB
    [InlineData("\e[3;5H\r", "0,2")]
    [InlineData("\e[3;5H\b\b", "2,2")]
    [InlineData("\e[3;1H\b", "0,2")]
    [InlineData("\e[3;5H\n", "4,3")]
    [InlineData("\e[3;5H\v", "4,3")]
    [InlineData("\e[3;5H\f", "4,3")]
    [InlineData("\e[20h\e[3;5H\n", "0,3")]                   // LNM
    [InlineData("\e[3;5H\eD", "4,3")]                        // IND
    [InlineData("\e[3;5H\eE", "0,3")]                        // NEL
    [InlineData("\e[3;5H\eM", "4,1")]                        // RI
    public void The_cursor_goes_where_it_is_sent(string stream, string cursor) => ScreenCase.Check(stream, "", cursor);

    [Theory]
    [InlineData("\e[2;3r", "0,0")]                           // DECSTBM homes
    [InlineData("\e[2;3r\e[2;5H\e[9A", "4,1")]               // inside the margins they stop the cursor
    [InlineData("\e[2;3r\e[2;5H\e[9B", "4,2")]
    [InlineData("\e[2;3r\e[1;5H\e[9B", "4,2")]
    [InlineData("\e[2;3r\e[4;5H\e[9A", "4,1")]
    [InlineData("\e[2;3r\e[4;5H\e[9B", "4,3")]               // outside they do not
    [InlineData("\e[2;3r\e[1;5H\e[9A", "4,0")]
    [InlineData("\e[2;3r\e[?6h", "0,1")]                     // DECOM homes to the margin
    [InlineData("\e[2;3r\e[?6h\e[9;9H", "8,2")]
    [InlineData("\e[2;3r\e[?6h\e[2d", "0,2")]
    [InlineData("\e[2;3r\e[?6h\e[2;2H\e[?6l", "0,0")]
    [InlineData("\e[3;5H\e[3;3r", "4,2")]                    // a region of one line is none
    [InlineData("\e[3;5H\e[3;2r", "4,2")]
    [InlineData("\e[?69h\e[3;6s", "0,0")]                    // DECSLRM homes
    [InlineData("\e[?69h\e[3;6s\e[2;4H\e[9C", "5,1")]
    [InlineData("\e[?69h\e[3;6s\e[2;4H\e[9D", "2,1")]
    [InlineData("\e[?69h\e[3;6s\e[2;8H\e[9C", "9,1")]
    [InlineData("\e[?69h\e[3;6s\e[2;2H\e[9D", "0,1")]
    [InlineData("\e[?69h\e[3;6s\e[2;4H\r", "2,1")]
    [InlineData("\e[?69h\e[3;6s\e[2;2H\r", "0,1")]
    [InlineData("\e[?69h\e[3;6s\e[?6h\e[1;2H", "3,0")]
    [InlineData("\e[?69h\e[3;6s\e[?6h\e[9;9H", "5,3")]
    [InlineData("\e[?69h\e[3;6s\e[?69l\e[2;4H\e[9C", "9,1")] // leaving DECLRMM drops the margins
    public void Margins_bound_the_cursor(string stream, string cursor) => ScreenCase.Check(stream, "", cursor);

    [Theory]
    [InlineData("\t", "8,0")]
    [InlineData("\t\t", "9,0")]                              // no further than the last column
    [InlineData("\e[5G\eH\r\t", "4,0")]                      // HTS
    [InlineData("\e[9G\e[g\r\t", "9,0")]                     // TBC 0
    [InlineData("\e[5G\eH\e[3g\r\t", "9,0")]                 // TBC 3
    [InlineData("\e[3g\e[?5W\r\t", "8,0")]                   // DECST8C
    [InlineData("\e[5G\eH\r\e[2I", "8,0")]                   // CHT
    [InlineData("\e[10G\e[Z", "8,0")]                        // CBT
    [InlineData("\e[10G\e[2Z", "0,0")]
    [InlineData("\e[10G\e[9Z", "0,0")]
    [InlineData("\e[?69h\e[2;6s\e[3G\t", "5,0")]             // the right margin stops it
    [InlineData("\e[?69h\e[2;6s\e[7G\t", "8,0")]             // from right of it, it does not
    [InlineData("\eP2$t4/7\e\\\t", "3,0")]                   // DECRSPS
    public void Tabs_stop_where_they_are_set(string stream, string cursor) => ScreenCase.Check(stream, "", cursor);

    [Fact]
    public void A_tab_neither_erases_nor_wraps() => ScreenCase.Check("abcdefghij\r\tX\e[10GY\tZ", "abcdefghXY|Z", "1,1");

    [Theory]
    [InlineData("\e7\e[3;5H\e8", "0,0")]                     // DECSC and DECRC
    [InlineData("\e[2;3H\e7\e[3;5H\e8", "2,1")]
    [InlineData("\e[2;3H\e[s\e[3;5H\e[u", "2,1")]            // SCOSC and SCORC
    [InlineData("\e[3;5H\e8", "0,0")]                        // nothing saved: home
    [InlineData("\e[2;3H\e[?1048h\e[3;5H\e[?1048l", "2,1")]
    public void What_was_saved_comes_back(string stream, string cursor) => ScreenCase.Check(stream, "", cursor);

    [Fact]
    public void Saving_covers_rendition_charsets_origin_and_pending_wrap()
    {
        var terminal = new TestTerminal().Feed("\e[2;4r\e[?6h\e[31m\e(0123456789q\e7");

        terminal.Feed("\e[?6l\e[0m\e(B\e[H\e8q");

        Assert.Equal("|123456789─|─", terminal.Text);
        Assert.Equal("palette 1", terminal.StyleAt(2, 0).Foreground.ToString());
        Assert.True(terminal.Model.Modes.Origin);
    }

    [Fact]
    public void Each_screen_has_its_own_saved_cursor()
    {
        var terminal = new TestTerminal().Feed("\e[2;2H\e7\e[?47h\e[3;3H\e7\e[H\e[?47l\e[4;4H");

        Assert.Equal((1, 1), terminal.Feed("\e8").Cursor);
        Assert.Equal((2, 2), terminal.Feed("\e[?47h\e8").Cursor);
    }

    [Theory]
    [InlineData("\e[?45habcdefghijk\b\b", "9,0")]            // mode 45 goes back over a wrap
    [InlineData("\e[?45hab\r\nc\b\b", "0,1")]                // but over no line end
    [InlineData("\e[?1045hab\r\nc\b\b", "9,0")]              // mode 1045 does
    [InlineData("\e[?1045h\e[1;1H\b", "9,3")]                // and from the top to the bottom
    [InlineData("\e[?45h\e[?7labcdefghijk\r\b", "0,0")]      // neither without autowrap
    [InlineData("\e[?45habcdefghij\b", "9,0")]               // a pending wrap is a column
    public void Reverse_wrap_leaves_the_line_backwards(string stream, string cursor)
    {
        var terminal = new TestTerminal().Feed(stream);

        Assert.Equal(cursor, $"{terminal.Cursor.Column},{terminal.Cursor.Row}");
    }
}
