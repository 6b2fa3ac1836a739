using ActorTerm.Runtime.Sessions;

namespace ActorTerm.Runtime.Tests.Sessions;

public sealed class CommandWordsTests
{
    [Theory]
    [InlineData("ls -l /tmp", "ls|-l|/tmp")]
    [InlineData("  a   b ", "a|b")]
    [InlineData("echo 'a b' \"c d\"", "echo|a b|c d")]
    [InlineData("a'b'\"c\"d", "abcd")]
    [InlineData("echo '' \"\"", "echo||")]
    [InlineData(@"a\ b \'", "a b|'")]
    [InlineData("'it\"s $HOME'", "it\"s $HOME")]
    [InlineData("\"a\\\"b\\\\c\\$d\\n\"", "a\"b\\c$d\\n")]
    [InlineData("", "")]
    public void Words_are_split_as_a_shell_splits_them(string line, string expected)
    {
        Assert.True(CommandWords.TrySplit(line, out var words, out _));

        Assert.Equal(expected, string.Join('|', words));
    }

    [Theory]
    [InlineData("echo 'a", "single quote at offset 5")]
    [InlineData("echo \"a", "double quote at offset 5")]
    [InlineData("echo \\", "backslash at offset 5")]
    public void What_is_left_open_is_named_with_its_place(string line, string complaint)
    {
        Assert.False(CommandWords.TrySplit(line, out _, out var error));

        Assert.Contains(complaint, error);
    }
}
