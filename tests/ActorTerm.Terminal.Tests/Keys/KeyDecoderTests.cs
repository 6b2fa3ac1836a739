using System.Text;
using ActorTerm.Terminal.Keys;

namespace ActorTerm.Terminal.Tests.Keys;

public class KeyDecoderTests
{
    private readonly KeyDecoder _decoder = new();
    private readonly List<TerminalInput> _inputs = [];

    public static TheoryData<string, string> Read
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var (direction, key, _, bytes) in KeyTable.Rows.DistinctBy(row => (row.Direction, row.Key, row.Bytes)))
                if (direction.Contains('<')) rows.Add(bytes, key);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Read))]
    public void Bytes_are_read_as_the_key_that_sent_them(string text, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        var whole = Decoding.Of(bytes);
        var oneByOne = Decoding.Of(bytes, pieceLength: 1);

        var pressed = Assert.IsType<TerminalInput.KeyPressed>(Assert.Single(whole));
        Assert.Equal(KeyNames.Parse(expected), pressed.Key);
        Assert.Equal(bytes, pressed.Raw.ToArray());
        Assert.Equal(pressed.Key, Assert.IsType<TerminalInput.KeyPressed>(Assert.Single(oneByOne)).Key);
    }

    [Fact]
    public void A_lone_escape_waits_until_it_is_said_that_nothing_follows()
    {
        Feed("\e");
        Assert.Empty(_inputs);
        Assert.True(_decoder.NeedsFlush);

        _decoder.Flush(_inputs);

        Assert.Equal(["Escape"], Spelled());
        Assert.False(_decoder.NeedsFlush);
    }

    [Theory]
    [InlineData("\e[", "M-[")]
    [InlineData("\eO", "M-O")]
    [InlineData("\e]", "M-]")]
    [InlineData("\eP", "M-P")]
    [InlineData("\e\e", "M-Escape")]
    [InlineData("\e\e[", "Escape M-[")]
    public void A_beginning_that_a_person_can_type_is_a_key_when_nothing_follows(string text, string expected)
    {
        Feed(text);
        Assert.True(_decoder.NeedsFlush);

        _decoder.Flush(_inputs);

        Assert.Equal(expected, string.Join(' ', Spelled()));
        Assert.Equal(Encoding.UTF8.GetBytes(text), _inputs.Raw());
    }

    [Theory]
    [InlineData("\e[1;5", "A", "C-Up")]
    [InlineData("\xc3", "\xa9", "é")]
    public void A_longer_beginning_waits_for_its_end_however_often_it_is_flushed(string first, string rest, string expected)
    {
        _decoder.Feed(Encoding.Latin1.GetBytes(first), _inputs);
        Assert.False(_decoder.NeedsFlush);
        _decoder.Flush(_inputs);
        Assert.Empty(_inputs);

        _decoder.Feed(Encoding.Latin1.GetBytes(rest), _inputs);

        Assert.Equal([expected], Spelled());
    }

    [Theory]
    [InlineData("\e\e\e", "M-Escape Escape")]
    [InlineData("\e\ex", "Escape M-x")]
    [InlineData("\e\eé", "Escape M-é")]
    [InlineData("\ea\e[B", "M-a Down")]
    [InlineData("ls\r", "l s Enter")]
    public void Keys_that_follow_each_other_are_told_apart(string text, string expected)
    {
        Feed(text);
        _decoder.Flush(_inputs);

        Assert.Equal(expected, string.Join(' ', Spelled()));
    }

    [Fact]
    public void A_paste_is_given_as_it_is_between_its_brackets()
    {
        Feed("a\e[200~x\e[A\r\e[201\e[201~b");

        Assert.Collection(
            _inputs,
            input => Assert.IsType<TerminalInput.KeyPressed>(input),
            input => Assert.IsType<TerminalInput.PasteBegan>(input),
            input => Assert.Equal("x", Text(Assert.IsType<TerminalInput.Pasted>(input))),
            input => Assert.Equal("\e[", Text(Assert.IsType<TerminalInput.Pasted>(input))),
            input => Assert.Equal("A\r", Text(Assert.IsType<TerminalInput.Pasted>(input))),
            input => Assert.Equal("\e[201", Text(Assert.IsType<TerminalInput.Pasted>(input))),
            input => Assert.IsType<TerminalInput.PasteEnded>(input),
            input => Assert.IsType<TerminalInput.KeyPressed>(input));
    }

    [Theory]
    [InlineData("\e[<0;5;3M", MouseAction.Press, MouseButton.Left, 4, 2, KeyModifiers.None)]
    [InlineData("\e[<2;5;3m", MouseAction.Release, MouseButton.Right, 4, 2, KeyModifiers.None)]
    [InlineData("\e[<32;500;300M", MouseAction.Move, MouseButton.Left, 499, 299, KeyModifiers.None)]
    [InlineData("\e[<35;1;1M", MouseAction.Move, MouseButton.None, 0, 0, KeyModifiers.None)]
    [InlineData("\e[<65;5;3M", MouseAction.Press, MouseButton.WheelDown, 4, 2, KeyModifiers.None)]
    [InlineData("\e[<28;5;3M", MouseAction.Press, MouseButton.Left, 4, 2, KeyModifiers.Shift | KeyModifiers.Alt | KeyModifiers.Control)]
    [InlineData("\e[<128;5;3M", MouseAction.Press, MouseButton.Back, 4, 2, KeyModifiers.None)]
    [InlineData("\e[M %#", MouseAction.Press, MouseButton.Left, 4, 2, KeyModifiers.None)]
    [InlineData("\e[M#%#", MouseAction.Release, MouseButton.None, 4, 2, KeyModifiers.None)]
    [InlineData("\e[32;5;3M", MouseAction.Press, MouseButton.Left, 4, 2, KeyModifiers.None)]
    public void Mouse_reports_are_read_in_each_encoding(string text, MouseAction action, MouseButton button, int column, int row, KeyModifiers modifiers)
    {
        Feed(text);

        var moved = Assert.IsType<TerminalInput.MouseMoved>(Assert.Single(_inputs));
        Assert.Equal(new MouseReport(action, button, column, row, modifiers), moved.Report);
    }

    [Theory]
    [InlineData("\e[I", true)]
    [InlineData("\e[O", false)]
    public void Focus_reports_are_read(string text, bool hasFocus)
    {
        Feed(text);

        Assert.Equal(hasFocus, Assert.IsType<TerminalInput.FocusChanged>(Assert.Single(_inputs)).HasFocus);
    }

    [Theory]
    [InlineData("\e[?62;22c", "primary device attributes")]
    [InlineData("\e[>41;379;0c", "secondary device attributes")]
    [InlineData("\e[24;80R", "cursor position")]
    [InlineData("\e[?1;1R", "extended cursor position")]
    [InlineData("\e[0n", "status")]
    [InlineData("\e[?2026;2$y", "a mode's state")]
    [InlineData("\e[?1u", "kitty flags")]
    [InlineData("\e[8;24;80t", "size")]
    [InlineData("\e[48;24;80;480;1280t", "in-band resize")]
    [InlineData("\e]11;rgb:ffff/ffff/ffff\x07", "a colour, ended by BEL")]
    [InlineData("\e]11;rgb:ffff/ffff/ffff\e\\", "a colour, ended by ST")]
    [InlineData("\eP>|XTerm(379)\e\\", "version")]
    [InlineData("\e_Gi=1;OK\e\\", "graphics")]
    public void Replies_of_the_terminal_are_kept_from_the_program(string text, string what)
    {
        var oneByOne = Decoding.Of(Encoding.ASCII.GetBytes(text), pieceLength: 1);

        Assert.True(oneByOne is [TerminalInput.Replied], what);
        Assert.Equal(text, Encoding.ASCII.GetString(oneByOne.Raw()));
    }

    [Fact]
    public void A_reply_longer_than_the_limit_comes_in_pieces_and_none_of_it_is_typed()
    {
        Feed("\e]52;c;" + new string('A', 3 * KeyDecoder.MaximumReply) + "\x07x");

        Assert.All(_inputs.SkipLast(1), input => Assert.IsType<TerminalInput.Replied>(input));
        Assert.All(_inputs, input => Assert.True(input.Raw.Length <= KeyDecoder.MaximumReply));
        Assert.Equal("x", _inputs[^1] is TerminalInput.KeyPressed pressed ? KeyNames.Format(pressed.Key) : "no key");
    }

    [Theory]
    [InlineData("\e[99;1~")]
    [InlineData("\e[5q")]
    [InlineData("\e[=1x")]
    [InlineData("\e[<1;2M")]
    [InlineData("\e[[Q")]
    [InlineData("\x80")]
    [InlineData("\xff")]
    [InlineData("\xc3(")]
    [InlineData("\xed\xa0\x80")]
    [InlineData("\e]11;?\x18")]
    [InlineData("\e[1\x01")]
    public void What_is_not_understood_is_passed_on_whole(string latin1)
    {
        var bytes = Encoding.Latin1.GetBytes(latin1);

        var inputs = Decoding.Of(bytes);

        Assert.IsType<TerminalInput.Verbatim>(inputs[0]);
        Assert.Equal(bytes, inputs.Raw());
    }

    [Fact]
    public void A_control_sequence_without_end_is_passed_on_at_the_limit()
    {
        var bytes = Encoding.ASCII.GetBytes("\e[" + new string('1', 2 * KeyDecoder.MaximumControlSequence));

        var inputs = Decoding.Of(bytes);

        Assert.Equal(KeyDecoder.MaximumControlSequence, Assert.IsType<TerminalInput.Verbatim>(inputs[0]).Raw.Length);
        Assert.Equal(bytes, inputs.Raw());
    }

    [Theory]
    [InlineData("\e[1;", "Verbatim")]
    [InlineData("\eO5", "Verbatim")]
    [InlineData("\e[[", "Verbatim")]
    [InlineData("\e[Mab", "Verbatim")]
    [InlineData("\u00e9", "Verbatim")]
    [InlineData("\e]11;rgb", "Replied")]
    [InlineData("\eP>|xterm\e", "Replied")]
    [InlineData("\e", "KeyPressed")]
    [InlineData("\e[", "KeyPressed")]
    public void What_begins_and_never_ends_is_given_up_whole_and_the_next_key_is_itself(string begun, string kind)
    {
        var bytes = Encoding.Latin1.GetBytes(begun);
        _decoder.Feed(bytes, _inputs);
        Assert.Empty(_inputs);
        Assert.True(_decoder.IsWaiting);

        _decoder.GiveUp(_inputs);
        _decoder.GiveUp(_inputs);
        Feed("x");

        Assert.Equal(kind, _inputs[0].GetType().Name);
        Assert.Equal([.. bytes, (byte)'x'], _inputs.Raw());
        Assert.Equal("x", KeyNames.Format(Assert.IsType<TerminalInput.KeyPressed>(_inputs[1]).Key));
        Assert.False(_decoder.IsWaiting);
    }

    [Fact]
    public void A_paste_takes_its_time()
    {
        Feed("\e[200~half");

        Assert.False(_decoder.IsWaiting);
    }

    [Theory]
    [InlineData("\e[1092::97;5u", "C-a")]
    [InlineData("\e[1092::97;3u", "M-ф")]
    [InlineData("\e[1092;5u", "C-ф")]
    [InlineData("\e[97:65;6u", "C-S-a")]
    public void With_Control_a_letter_of_another_script_is_the_one_a_US_keyboard_has_there(string typed, string key)
    {
        Feed(typed);

        Assert.Equal([key], Spelled());
    }

    [Fact]
    public void Any_bytes_come_out_again_in_order_whole_and_in_pieces_with_the_same_meaning()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        string[] atoms =
        [
            "\e", "\e", "[", "O", "P", "]", "_", "\\", "\x07", "\x18", "200~", "201~", "\e[200~", "\e[201~", "1;5", "<0;5;3", "M", "m", "A", "R", "u", "~",
            "27;5;97~", "é", "🙂", "x", "\r", "\x7f", "?1", "c", "$y", "\x80", "\xff", "\xc3",
        ];
        for (var round = 0; round < 5_000; round++)
        {
            var bytes = Enumerable.Range(0, random.Next(1, 30)).SelectMany(_ => Piece(atoms[random.Next(atoms.Length)])).ToArray();

            var whole = Decoding.Of(bytes);
            var pieces = Decoding.Of(bytes, pieceLength: random.Next(1, 5));

            var expected = Emitted(bytes);
            Assert.True(whole.Raw().SequenceEqual(expected), $"seed {seed}, round {round}: {Convert.ToHexString(bytes)}");
            Assert.True(Meaning(whole) == Meaning(pieces), $"seed {seed}, round {round}: {Convert.ToHexString(bytes)}");
        }

        static byte[] Piece(string atom) => atom.Length == 1 ? Encoding.Latin1.GetBytes(atom) : Encoding.UTF8.GetBytes(atom);

        // All but what is still waiting for its end, which further input brings out.
        static byte[] Emitted(byte[] bytes)
        {
            var decoder = new KeyDecoder();
            var inputs = new List<TerminalInput>();
            decoder.Feed(bytes, inputs);
            decoder.Flush(inputs);
            var waiting = bytes.Length - inputs.Raw().Length;
            return bytes[..(bytes.Length - waiting)];
        }

        static string Meaning(List<TerminalInput> inputs) => string.Join(' ', inputs.Select(input => input switch
        {
            TerminalInput.KeyPressed pressed => pressed.Key.ToString(),
            TerminalInput.Pasted => "text " + Convert.ToHexString(input.Raw.Span),
            _ => input.GetType().Name + Convert.ToHexString(input.Raw.Span),
        })).Replace(" text ", "", StringComparison.Ordinal);
    }

    private static string Text(TerminalInput input) => Encoding.UTF8.GetString(input.Raw.Span);

    private void Feed(string text) => _decoder.Feed(Encoding.UTF8.GetBytes(text), _inputs);

    private IEnumerable<string> Spelled() => _inputs.Cast<TerminalInput.KeyPressed>().Select(input => KeyNames.Format(input.Key));
}
