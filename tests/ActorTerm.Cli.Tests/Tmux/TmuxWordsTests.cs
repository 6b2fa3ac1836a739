using ActorTerm.Cli.Tmux;

namespace ActorTerm.Cli.Tests.Tmux;

public class TmuxWordsTests
{
    [Theory]
    [InlineData("new-session -d -s top top -b", "new-session -d -s top -- top -b")]
    [InlineData("new-session -ds top -x100 -y 30", "new-session -d -s top -x 100 -y 30")]
    [InlineData("new-session -d -- -odd", "new-session -d -- -odd")]
    [InlineData("send-keys -t build ls -la Enter", "send-keys -t build -- ls -la Enter")]
    [InlineData("send-keys -tbuild -l -", "send-keys -t build -l -- -")]
    [InlineData("send-keys C-c -t", "send-keys -- C-c -t")]
    [InlineData("capture-pane -pt build -S -5 -E -", "capture-pane -p -t build -S -5 -E -")]
    [InlineData("split-window -hbt build", "split-window -h -b -t build")]
    [InlineData("kill-session -t", "kill-session -t")]
    [InlineData("new-session --help", "new-session --help")]
    [InlineData("capture build -eJ", "capture build -eJ")]
    [InlineData("", "")]
    public void Words_are_read_as_getopt_reads_them(string written, string expected)
    {
        var words = written.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var spread = TmuxWords.Spread(words);

        Assert.Equal(expected, string.Join(' ', spread));
    }

    [Theory]
    [InlineData(null, "active")]
    [InlineData(":", "active")]
    [InlineData("build", "build")]
    [InlineData("=build:0.1", "build")]
    public void A_target_names_a_session(string? target, string expected) => Assert.Equal(expected, TmuxOptions.SessionOf(target));

    [Fact]
    public void One_word_is_a_line_for_the_shell() => Assert.Equal(["/bin/sh", "-c", "ls | wc"], TmuxOptions.Command(["ls | wc"]));

    [Fact]
    public void Several_words_are_a_program_and_its_arguments() => Assert.Equal(["ls", "-l"], TmuxOptions.Command(["ls", "-l"]));
}
