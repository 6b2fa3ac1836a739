using ActorTerm.Protocol;

namespace ActorTerm.Client.Tests;

public sealed class PromptTests
{
    private static GetPromptResponse Finished { get; } = new()
    {
        UniquePromptId = "p-1",
        PromptState = GetPromptResponse.Types.State.Finished,
        Command = "false",
        WorkingDirectory = "/tmp",
        ExitStatus = 1,
        CommandRange = new() { Start = new() { X = 2, Y = 5 }, End = new() { X = 7, Y = 5 } },
    };

    [Fact]
    public async Task A_prompt_says_what_was_run_and_what_came_of_it()
    {
        await using var host = await StandInHost.StartAsync();
        host.When(Asked.GetPromptRequest, _ => new() { GetPromptResponse = Finished });
        await using var connection = await host.ConnectAsync();

        var prompt = await connection.App.Session("A").GetPromptAsync("p-1");

        var expected = new Prompt("p-1", PromptState.Finished, "false", "/tmp", null, new CellRange(new(2, 5), new(7, 5)), null, 1);
        Assert.Equal(expected, prompt);
        Assert.Equal(new GetPromptRequest { Session = "A", UniquePromptId = "p-1" }, host.Seen.Single().GetPromptRequest);
    }

    [Fact]
    public async Task No_prompt_is_null_and_their_ids_can_be_listed()
    {
        await using var host = await StandInHost.StartAsync();
        host.When(Asked.GetPromptRequest, _ => new() { GetPromptResponse = new() { Status = GetPromptResponse.Types.Status.PromptUnavailable } });
        host.When(Asked.ListPromptsRequest, _ => new() { ListPromptsResponse = new() { UniquePromptId = { "p-1", "p-2" } } });
        await using var connection = await host.ConnectAsync();

        Assert.Null(await connection.App.Session("A").GetPromptAsync());
        Assert.Equal(["p-1", "p-2"], await connection.App.Session("A").ListPromptsAsync());
    }

    [Fact]
    public async Task Prompts_and_commands_are_heard_in_all_three_modes()
    {
        await using var host = (await StandInHost.StartAsync()).WhenSubscribed();
        await using var connection = await host.ConnectAsync();
        var session = connection.App.Session("A");

        await using var events = await session.WatchPromptsAsync();
        await host.NotifyAsync(new() { PromptNotification = new() { Session = "A", UniquePromptId = "p-2", Prompt = new() { Prompt = new() { UniquePromptId = "p-2" } } } });
        await host.NotifyAsync(new() { PromptNotification = new() { Session = "B", UniquePromptId = "p-9", CommandEnd = new() { Status = 9 } } });
        await host.NotifyAsync(new() { PromptNotification = new() { Session = "A", UniquePromptId = "p-2", CommandStart = new() { Command = "ls" } } });
        await host.NotifyAsync(new() { PromptNotification = new() { Session = "A", UniquePromptId = "p-2", CommandEnd = new() { Status = 127 } } });
        await using var reading = events.GetAsyncEnumerator();

        Assert.Equal(new PromptEvent.Shown(session, "p-2", new Prompt("p-2", PromptState.Editing, "", null, null, null, null, null)), await reading.NextAsync());
        Assert.Equal(new PromptEvent.CommandStarted(session, "p-2", "ls"), await reading.NextAsync());
        Assert.Equal(new PromptEvent.CommandEnded(session, "p-2", 127), await reading.NextAsync());
        Assert.Equal(
            [PromptMonitorMode.Prompt, PromptMonitorMode.CommandStart, PromptMonitorMode.CommandEnd],
            host.Seen.Single().NotificationRequest.PromptMonitorRequest.Modes);
    }

    [Fact]
    public async Task Custom_sequences_are_heard_from_one_sender_or_from_all()
    {
        await using var host = (await StandInHost.StartAsync()).WhenSubscribed();
        await using var connection = await host.ConnectAsync();

        await using var mine = await connection.App.WatchCustomSequencesAsync("secret");
        await using var all = await connection.App.WatchCustomSequencesAsync();
        await host.NotifyAsync(new() { CustomEscapeSequenceNotification = new() { Session = "A", SenderIdentity = "stranger", Payload = "x" } });
        await host.NotifyAsync(new() { CustomEscapeSequenceNotification = new() { Session = "B", SenderIdentity = "secret", Payload = "a:b" } });
        await using var readingMine = mine.GetAsyncEnumerator();
        await using var readingAll = all.GetAsyncEnumerator();

        Assert.Equal(new CustomSequence(connection.App.Session("B"), "secret", "a:b"), await readingMine.NextAsync());
        Assert.Equal("stranger", (await readingAll.NextAsync()).Identity);
        Assert.Single(host.Seen);                                  // the host was asked once for both
    }
}
