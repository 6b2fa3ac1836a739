using ActorTerm.Client;
using ActorTerm.Journeys.Rig;

namespace ActorTerm.Journeys;

/// <summary>Commands that are run at the prompt of a shell which is there already, and in sessions of their own.</summary>
public class RunJourneys(SharedHost shared) : Journey(shared)
{
    [Theory]
    [InlineData("bash --norc --noprofile -i")]
    [InlineData("dash -i")]
    public async Task A_shell_without_marks_gives_output_and_exit_code_of_what_is_run_in_it(string command)
    {
        var shell = await RunAsync(command.Split(' '));

        var words = await RunInAsync(shell, "printf", "%s\n", "two  words", "$HOME", "it's");
        var line = await RunInAsync(shell, "seq 1 100 | tail -n 2; (exit 7) # and a comment");
        var several = await RunInAsync(shell, "cat <<END\nfirst\nEND\nprintf %0100d 8");
        var wrong = await RunInAsync(shell, "if");
        var nothing = await RunInAsync(shell, "cd /");

        Assert.Equal(new RunResult(shell.Id, "two  words\n$HOME\nit's\n", new SessionEnd(0, null), false, false), words);
        Assert.Equal(("99\n100\n", 7), (line.Output, line.End!.ExitCode));
        Assert.Equal($"first\n{new string('0', 99)}8\n", several.Output);
        Assert.Contains("yntax error", wrong.Output, StringComparison.Ordinal);
        Assert.Equal(2, wrong.End!.ExitCode);
        Assert.Equal("", nothing.Output);
        Assert.Equal("/\n", (await RunInAsync(shell, "pwd")).Output);
    }

    [Fact]
    public async Task A_shell_that_marks_its_commands_is_watched_by_its_own_marks()
    {
        await using var events = await App.WatchPromptsAsync().Within("subscription");
        var heard = events.GetAsyncEnumerator();
        var bash = await BashAsync(ShellJourneys.MarkedPrompt);
        await heard.NextAsync("first prompt", one => one is PromptEvent.Shown);
        await bash.SendTextAsync("PS0='\\e]133;C\\a'\rtrue\r").Within("typing");
        await heard.NextAsync("end of a command", one => one is PromptEvent.CommandEnded);
        await heard.NextAsync("prompt behind it", one => one is PromptEvent.Shown);

        var result = await RunInAsync(bash, "echo out; (exit 5)");

        Assert.Equal(("out\n", 5), (result.Output, result.End!.ExitCode));
        Assert.DoesNotContain("printf", await ScreenAsync(bash), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_half_typed_at_the_prompt_is_not_run_with_it()
    {
        var bash = await BashAsync();
        await bash.SendTextAsync("echo half").Within("typing");
        await SeesAsync(bash, "echo half");

        Assert.Equal("whole\n", (await RunInAsync(bash, "echo whole")).Output);
    }

    [Fact]
    public async Task A_command_that_takes_too_long_runs_on()
    {
        var bash = await BashAsync();

        var result = await bash.RunAsync(["read line; echo got $line"], TimeSpan.FromMilliseconds(1)).Within("run");
        await bash.SendTextAsync("it\r").Within("typing");

        Assert.Equal((null, true), (result.End, result.HasTimedOut));
        await SeesAsync(bash, "^got it$");
    }

    [Fact]
    public async Task Nothing_is_typed_where_no_shell_waits()
    {
        var bash = await BashAsync();
        await bash.SendTextAsync("cat\r").Within("typing");
        await using var jobs = await bash.WatchVariableAsync("jobName").Within("subscription");
        if (await bash.GetVariableAsync<string>("jobName").Within("job") != "cat")
            await jobs.GetAsyncEnumerator().NextAsync("cat in the foreground", change => change.Value is { } name && name.GetString() == "cat");
        var quiet = await QuietAsync();
        var ended = await RunAsync("sh", "-c", "exit 3");
        await EndsAsync(ended);

        Assert.StartsWith("cat is in the foreground", await RefusalAsync(bash), StringComparison.Ordinal);
        Assert.StartsWith("the session runs cat", await RefusalAsync(quiet), StringComparison.Ordinal);
        Assert.StartsWith("the session's program has ended (exit 3)", await RefusalAsync(ended), StringComparison.Ordinal);
        Assert.DoesNotContain("never", await ScreenAsync(bash), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shell_that_ends_meanwhile_is_told()
    {
        var bash = await BashAsync();

        var failed = await Assert.ThrowsAsync<RunFailedException>(() => bash.RunAsync(["exit 4"]).Within("run"));

        Assert.Equal("bash ended before the command's end was seen: exit 4", failed.Message);
    }

    [Fact]
    public async Task A_command_in_a_session_of_its_own_leaves_nothing()
    {
        var result = await App.RunAsync(new RunOptions { Command = ["sh", "-c", "echo one; exit 6"] }).Within("run");

        Assert.Equal(("one\n", 6), (result.Output, result.End!.ExitCode));
        Assert.Empty(await App.ListSessionsAsync().Within("list"));
    }

    private static Task<RunResult> RunInAsync(Session session, params string[] command) =>
        session.RunAsync(command, Patience.Limit).Within($"run of {string.Join(' ', command)}");

    private static async Task<string> RefusalAsync(Session session) =>
        (await Assert.ThrowsAsync<RunFailedException>(() => session.RunAsync(["echo never"]).Within("run"))).Message;
}
