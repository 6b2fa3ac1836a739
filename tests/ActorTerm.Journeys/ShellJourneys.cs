using ActorTerm.Client;
using ActorTerm.Journeys.Rig;

namespace ActorTerm.Journeys;

/// <summary>What programs tell by control sequences: prompts of shells, and sequences of their own.</summary>
public class ShellJourneys(SharedHost shared) : Journey(shared)
{
    // Prompt start, end of the prompt, and, when a command has ended, its status (OSC 133).
    internal const string MarkedPrompt = @"\[\e]133;D;$?\a\e]133;A\a\]$ \[\e]133;B\a\]";

    [Fact]
    public async Task A_shell_that_marks_its_prompts_tells_each_command_its_output_and_its_status()
    {
        await using var events = await App.WatchPromptsAsync().Within("subscription");
        var heard = events.GetAsyncEnumerator();
        var bash = await BashAsync(MarkedPrompt);
        await heard.NextAsync("first prompt", one => one is PromptEvent.Shown && one.Session.Equals(bash));

        // bash before 5.3 has no hook of its own before a command; PS0 is printed there.
        await bash.SendTextAsync("PS0='\\e]133;C\\a'\r").Within("typing");
        await heard.NextAsync("second prompt", one => one is PromptEvent.Shown);
        await bash.SendTextAsync("echo out; (exit 5)\r").Within("typing");

        var started = (PromptEvent.CommandStarted)await heard.NextAsync("start of the command", one => one is PromptEvent.CommandStarted);
        Assert.Equal("echo out; (exit 5)", started.Command.Trim());
        var ended = (PromptEvent.CommandEnded)await heard.NextAsync("end of the command", one => one is PromptEvent.CommandEnded);
        Assert.Equal(5, ended.ExitStatus);
        var prompt = await bash.GetPromptAsync(started.PromptId).Within("prompt");
        Assert.Equal((PromptState.Finished, 5), (prompt!.State, prompt.ExitStatus));
        Assert.Contains(started.PromptId, await bash.ListPromptsAsync().Within("list of prompts"));
    }

    [Fact]
    public async Task A_session_without_marks_has_no_prompt()
    {
        var session = await QuietAsync();

        Assert.Null(await session.GetPromptAsync().Within("prompt"));
        Assert.Empty(await session.ListPromptsAsync().Within("list of prompts"));
    }

    [Fact]
    public async Task A_custom_sequence_reaches_the_scripts_that_know_its_identity()
    {
        await using var all = await App.WatchCustomSequencesAsync("secret").Within("subscription");
        var heard = all.GetAsyncEnumerator();

        var session = await RunAsync("printf", @"\033]1337;Custom=id=other:no\007\033]1337;Custom=id=secret:create-window\007");

        var sequence = await heard.NextAsync("custom sequence");
        Assert.Equal((session, "secret", "create-window"), (sequence.Session, sequence.Identity, sequence.Payload));
    }

    [Fact]
    public async Task A_screen_that_is_watched_ends_with_what_the_program_drew_last()
    {
        var session = await RunAsync("sh", "-c", "read line; seq 1 500; echo the end");
        await using var screens = await session.WatchScreenAsync().Within("subscription");
        var seen = screens.GetAsyncEnumerator();
        await seen.NextAsync("first screen");

        await session.SendTextAsync("\r").Within("typing");

        await seen.NextAsync("last line", screen => screen.Lines.Any(line => line.Text == "the end"));
    }
}
