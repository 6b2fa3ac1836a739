using System.Text;
using ActorTerm.Runtime.Coprocesses;

namespace ActorTerm.Runtime.Tests.Coprocesses;

public class StderrTextTests
{
    [Fact]
    public void Characters_cut_between_two_pieces_are_whole_and_what_is_no_UTF_8_is_replaced()
    {
        var text = new StderrText(100);

        foreach (var one in (byte[])[.. "né\n"u8, 0xff, .. "x"u8, 0xe2, 0x82]) text.Add([one]);
        text.End();

        Assert.Equal("né\n\ufffdx\ufffd", text.ToString());
        Assert.False(text.IsCut);
    }

    [Fact]
    public void At_the_limit_the_rest_is_dropped_with_a_note()
    {
        var text = new StderrText(5);

        text.Add("abc"u8);
        text.Add("defg"u8);
        text.Add("more"u8);
        text.End();

        Assert.Equal("abcde\n[cut: only the first 5 characters are kept]", text.ToString());
    }

    [Fact]
    public void Exactly_the_limit_is_not_cut()
    {
        var text = new StderrText(5);

        text.Add("abcde"u8);

        Assert.Equal("abcde", text.ToString());
    }

    [Fact]
    public void Lines_are_given_once_each_when_they_are_whole()
    {
        var text = new StderrText(100);

        text.Add(Encoding.UTF8.GetBytes("one\r\ntwo\nthr"));
        Assert.Equal(["one", "two"], text.TakeLines());
        text.Add("ee\n"u8);

        Assert.Equal(["three"], text.TakeLines());
        Assert.Empty(text.TakeLines());
    }
}
