using System.Text;
using ActorTerm.Terminal.Parsing;

namespace ActorTerm.Terminal.Tests.Parsing;

public sealed class VtParserTests
{
    /// <summary>Stream, and what the parser says of it. Each is fed whole, in pieces of every size up to 7, and behind text.</summary>
    public static TheoryData<string, string> Streams { get; } = new()
    {
        { "plain text", "'plain text'" },
        { "déjà 日本 😀", "'déjà 日本 😀'" },
        { "a\r\nb", "'a' | 0d | 0a | 'b'" },
        { "a\u007fb", "'ab'" },
        { "\e7", "esc 7" },
        { "\e(0", "esc (0" },
        { "\e(%5", "esc (%5" },
        { "\e( !\"5", "esc ?5" },
        { "\e[m", "csi m" },
        { "\e[1;31m", "csi 1;31m" },
        { "\e[;5H", "csi -;5H" },
        { "\e[5;H", "csi 5;-H" },
        { "\e[;H", "csi -;-H" },
        { "\e[38:2::1:2:3;4:3m", "csi 38:2:-:1:2:3;4:3m" },
        { "\e[?25h", "csi ?25h" },
        { "\e[>c", "csi >c" },
        { "\e[2 q", "csi 2 q" },
        { "\e[1;2;3;4$r", "csi 1;2;3;4$r" },
        { "\e[?6$p", "csi ?6$p" },
        { "\e[1 !\"p", "csi 1?p" },
        { "\e[99999999999999999999A", "csi 99999A" },
        { "\e[100000;99999A", "csi 99999;99999A" },
        { "\e[1\r2A", "0d | csi 12A" },                                  // controls take effect within a sequence
        { "\e[1\u007f2A", "csi 12A" },
        { "\e[1?2Ax", "'x'" },                                           // a marker in the wrong place spoils it
        { "\e[1 2Ax", "'x'" },
        { "\e[1é", "'é'" },                                              // text within a sequence ends it
        { "\e日", "'日'" },
        { "\e[1\u0018m", "18 | 'm'" },                                     // CAN and SUB cancel
        { "\e[1\u001am", "1a | 'm'" },
        { "\e[1\e[2m", "csi 2m" },                                       // ESC begins anew
        { "\e\e[2m", "csi 2m" },
        { "\e]0;title\a", "osc 0;title bel" },
        { "\e]0;title\e\\", "osc 0;title st | esc \\" },
        { "\e]0;tïtle 日\a", "osc 0;tïtle 日 bel" },
        { "\e]0;a\r\nb\a", "osc 0;ab bel" },
        { "\e]0;a\u0018b", "18 | 'b'" },
        { "\e]0;a\e[m", "osc 0;a st | csi m" },
        { "\e]\a", "osc  bel" },
        { "\eP1$qm\e\\", "dcs 1$q | end m | esc \\" },
        { "\eP$qm\e\\", "dcs $q | end m | esc \\" },
        { "\eP+q544e\r;x\e\\", "dcs +q | end 544e\r;x | esc \\" },
        { "\ePqabc\u0018d", "dcs q | cancelled abc | 18 | 'd'" },
        { "\eP1?xabc\e\\d", "esc \\ | 'd'" },
        { "\eXsos\e\\a", "esc \\ | 'a'" },
        { "\e^pm\e\\a", "esc \\ | 'a'" },
        { "\e_apc\a\e\\a", "esc \\ | 'a'" },
        { "\e_apc\u0018a", "18 | 'a'" },
    };

    [Theory]
    [MemberData(nameof(Streams))]
    public void A_stream_means_the_same_in_any_pieces(string stream, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(stream);

        foreach (var size in (int[])[bytes.Length, 1, 2, 3, 4, 5, 6, 7])
        {
            var parser = new VtParser<Recorder>(new Recorder());
            foreach (var piece in bytes.Chunk(size)) Assert.Equal(piece.Length, parser.Feed(piece));
            Assert.Equal(expected, parser.Handler.Said);
        }
    }

    [Fact]
    public void Parameters_beyond_the_last_are_dropped()
    {
        var parser = new VtParser<Recorder>(new Recorder());

        parser.Feed(Encoding.ASCII.GetBytes($"\e[{string.Join(';', Enumerable.Range(1, 40))}m"));

        Assert.Equal($"csi {string.Join(';', Enumerable.Range(1, 32))}m", parser.Handler.Said);
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    public void As_many_parameters_as_there_may_be_are_the_same_in_pieces(int count)
    {
        var stream = Encoding.ASCII.GetBytes($"\e[{string.Join(':', Enumerable.Range(1, count))}m");
        var whole = new VtParser<Recorder>(new Recorder());
        whole.Feed(stream);
        var pieces = new VtParser<Recorder>(new Recorder());
        foreach (var value in stream) pieces.Feed([value]);

        Assert.Equal(whole.Handler.Said, pieces.Handler.Said);
    }

    [Fact]
    public void A_command_beyond_the_limit_is_cut_and_takes_effect()
    {
        var parser = new VtParser<Recorder>(new Recorder(), oscLimit: 10);

        parser.Feed("\e]2;0123456789abc\atext"u8);

        Assert.Equal("osc 2;01234567 bel | 'text'", parser.Handler.Said);
    }

    [Fact]
    public void A_stop_takes_no_byte_more()
    {
        var parser = new VtParser<Recorder>(new Recorder { StopAt = 0x0a });
        var bytes = "one\ntwo\n"u8.ToArray();

        Assert.Equal(4, parser.Feed(bytes));
        parser.Handler.Resume();
        Assert.Equal(4, parser.Feed(bytes.AsSpan(4)));
        Assert.Equal("'one' | 0a | 'two' | 0a", parser.Handler.Said);
    }

    [Fact]
    public void A_stop_within_a_sequence_leaves_the_rest_of_it()
    {
        var parser = new VtParser<Recorder>(new Recorder { StopAt = 0x0a });
        var bytes = "\e[1\n2m"u8.ToArray();

        Assert.Equal(4, parser.Feed(bytes));
        parser.Handler.Resume();
        parser.Feed(bytes.AsSpan(4));

        Assert.Equal("0a | csi 12m", parser.Handler.Said);
    }

    [Fact]
    public void A_reset_forgets_what_was_under_way()
    {
        var parser = new VtParser<Recorder>(new Recorder());

        foreach (var start in (string[])["\e[1;2", "\e]0;x", "\eP$q", "\e(", "日"[..1]])
        {
            var bytes = Encoding.UTF8.GetBytes(start);
            parser.Feed(start == "日" ? bytes.AsSpan(0, 2) : bytes);
            parser.Reset();
        }

        parser.Feed("x"u8);

        Assert.EndsWith("'x'", parser.Handler.Said);
        Assert.DoesNotContain("csi", parser.Handler.Said);
        Assert.DoesNotContain("\ufffd", parser.Handler.Said);
    }
}
