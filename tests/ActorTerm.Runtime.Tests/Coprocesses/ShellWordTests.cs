using ActorTerm.Runtime.Coprocesses;
using ActorTerm.Runtime.Sessions;

namespace ActorTerm.Runtime.Tests.Coprocesses;

public class ShellWordTests
{
    [Theory]
    [InlineData("rz", "rz")]
    [InlineData("/usr/bin/a-b_c.d+e:f,g@h%i=j", "/usr/bin/a-b_c.d+e:f,g@h%i=j")]
    [InlineData("", "''")]
    [InlineData("two words", "'two words'")]
    [InlineData("it's", @"'it'\''s'")]
    [InlineData("$(rm)", "'$(rm)'")]
    [InlineData("é", "'é'")]
    public void A_word_is_quoted_where_a_shell_would_read_it_otherwise(string word, string quoted)
    {
        Assert.Equal(quoted, ShellWord.Quote(word));
        Assert.True(CommandWords.TrySplit(quoted, out var words, out _));
        Assert.Equal([word], words);
    }
}
