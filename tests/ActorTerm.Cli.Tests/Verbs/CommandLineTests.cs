using System.CommandLine;
using ActorTerm.Cli.Verbs;
using ActorTerm.Client;

namespace ActorTerm.Cli.Tests.Verbs;

public class CommandLineTests
{
    [Theory]
    [InlineData("-- ls -l", null, "ls -l")]
    [InlineData("build -- ls", "build", "ls")]
    [InlineData("-- a -- b", null, "a -- b")]
    public void A_session_stands_before_the_dashes_and_the_command_behind(string written, string? session, string command)
    {
        var words = new Argument<string[]>("words");

        var split = RunVerb.Split(new RootCommand { words }.Parse(written.Split(' ')), words);

        Assert.Equal((session, command), (split.Session, string.Join(' ', split.Command)));
    }

    [Theory]
    [InlineData("ls")]
    [InlineData("build --")]
    [InlineData("one two -- ls")]
    public void A_run_without_a_command_or_with_two_sessions_makes_no_sense(string written)
    {
        var words = new Argument<string[]>("words");

        Assert.Throws<UsageException>(() => RunVerb.Split(new RootCommand { words }.Parse(written.Split(' ')), words));
    }

    [Theory]
    [InlineData(3, null, 3)]
    [InlineData(null, "SIGTERM", 143)]
    [InlineData(null, "SIGKILL", 137)]
    [InlineData(null, null, 1)]
    public void A_run_ends_as_its_program_did(int? code, string? signal, int expected) => Assert.Equal(expected, RunVerb.ExitCode(new SessionEnd(code, signal)));

    [Theory]
    [InlineData("5", "5")]
    [InlineData("[1,{}]", "[1,{}]")]
    [InlineData("\"text\"", "\"text\"")]
    [InlineData("text", "\"text\"")]
    [InlineData("5 apples", "\"5 apples\"")]
    [InlineData("", "\"\"")]
    [InlineData("null", "null")]
    public void A_value_is_json_and_otherwise_a_text(string written, string json) => Assert.Equal(json, VarsVerb.ReadValue(written).GetRawText());

    [Theory]
    [InlineData("actorterm al", "alerts")]
    [InlineData("actorterm window c", "close")]
    [InlineData("actorterm completion z", "zsh")]
    [InlineData("actorterm wait build --tim", "--timeout")]
    [InlineData("actorterm wait build --timeout", "--timeout")]
    [InlineData("actorterm resize", "resize")]
    public void Verbs_and_options_are_completed(string line, string word) =>
        Assert.Equal([word], CompleteVerb.Complete(CommandLine.Make(), line).Select(found => found.Word));

    [Fact]
    public void A_verb_that_is_written_is_made_alone_and_as_it_is_among_all() =>
        Assert.All(CommandLine.Make().Subcommands.Where(verb => verb.Name != "complete"), verb =>
        {
            var alone = Assert.Single(CommandLine.For([verb.Name, "--json"]).Subcommands);

            Assert.Equal((verb.Name, verb.Description), (alone.Name, alone.Description));
        });

    [Theory]
    [InlineData("")]
    [InlineData("list-sessions")]
    [InlineData("complete x")]
    [InlineData("lst")]
    [InlineData("--help")]
    [InlineData("ls --help")]
    [InlineData("window ls -h")]
    public void Every_verb_is_made_where_the_first_word_is_none_or_help_is_asked_for(string written) =>
        Assert.Equal(CommandLine.Make().Subcommands.Count, CommandLine.For(written.Split(' ')).Subcommands.Count);

    [Fact]
    public void A_word_that_is_a_verb_may_become_a_longer_one() =>
        Assert.Equal(["capture", "capture-pane"], CompleteVerb.Complete(CommandLine.Make(), "actorterm capture").Select(found => found.Word));

    [Fact]
    public void Hidden_verbs_are_not_offered() => Assert.DoesNotContain(CompleteVerb.Complete(CommandLine.Make(), "actorterm "), found => found.Word == "complete");
}
