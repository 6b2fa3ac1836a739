namespace ActorTerm.Client.Tests.Running;

public class ShellLineTests
{
    [Fact]
    public void One_word_is_a_line_for_the_shell() => Assert.Equal("ls | wc -l", ShellLine.Join(["ls | wc -l"]));

    [Fact]
    public void Of_several_words_those_are_quoted_that_a_shell_would_take_apart() =>
        Assert.Equal(@"printf %s,%s 'two words' 'it'\''s' '' '$HOME' '*' a=b '~'", ShellLine.Join(["printf", "%s,%s", "two words", "it's", "", "$HOME", "*", "a=b", "~"]));

    [Fact]
    public void A_shell_that_marks_its_commands_gets_the_command_alone() => Assert.Equal("\u0015 make -j2\r", ShellLine.Bare("make -j2", "bash"));

    [Fact]
    public void A_command_of_several_lines_is_one_command() => Assert.Equal("\u0015 eval 'echo a\recho b'\r", ShellLine.Bare("echo a\necho b", "zsh"));

    [Theory]
    [InlineData("bash", "command ", "$?")]
    [InlineData("zsh", "", "$?")]
    [InlineData("fish", "", "$status")]
    public void Any_other_shell_is_made_to_mark_it(string shell, string prefix, string status) => Assert.Equal(
        $@" printf '\033]133;A\a\033]133;B\a\033]133;C\a';{prefix}eval 'ls # it'\''s';printf '\033]133;D;%s\a' {status}",
        ShellLine.Marked("ls # it's", shell).Trim('\u0015', '\r'));

    [Theory]
    [InlineData("a\tb")]
    [InlineData("a\u001bb")]
    [InlineData(" ")]
    public void What_cannot_be_typed_is_refused(string command) => Assert.Throws<ArgumentException>(() => ShellLine.Join([command]));

    [Fact]
    public void No_command_is_refused() => Assert.Throws<ArgumentException>(() => ShellLine.Join([]));
}
