namespace ActorTerm.Client;

/// <summary>Runs a command at the prompt of a session's shell, made of a host's plain requests: typed, and watched by prompt marks (OSC 133).</summary>
internal static class RunInShell
{
    /// <summary>Prompts looked back at for one whose command was marked: a shell that marks commands has marked one of its latest.</summary>
    private const int Oldest = 20;

    /// <inheritdoc cref="Session.RunAsync"/>
    public static async Task<RunResult> RunAsync(Session session, IReadOnlyList<string> command, TimeSpan? timeout, CancellationToken cancel)
    {
        var line = ShellLine.Join(command);
        var info = await session.GetInfoAsync(cancel);
        session = session.Connection.App.Session(info.Id);             // `active` may come to mean another one meanwhile
        var shell = await ShellAtPromptAsync(session, info, cancel);
        var marks = await MarksCommandsAsync(session, cancel);

        await using var prompts = await session.WatchPromptsAsync(cancel);
        await using var ends = await session.Connection.App.WatchEventsAsync(["session.ended", "session.removed"], cancel);
        var run = new Running(marks);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var done = run.EndAsync(prompts, over.Token);
        var gone = GoneAsync(ends, session.Id, over.Token);
        await session.SendTextAsync(marks ? ShellLine.Bare(line, shell) : ShellLine.Marked(line, shell), broadcast: false, cancel);
        try
        {
            var first = await Task.WhenAny(done, gone).WaitAsync(timeout ?? Timeout.InfiniteTimeSpan, cancel);
            if (first == gone) throw new RunFailedException($"{shell} ended before the command's end was seen{How(await gone)}");

            var status = await done;
            var (output, isTruncated) = await RunOutput.ReadAsync(session, run.PromptId, cancel);
            return new RunResult(session.Id, output, new SessionEnd(status, null), false, isTruncated);
        }
        catch (TimeoutException)
        {
            var (output, isTruncated) = await RunOutput.ReadAsync(session, run.PromptId, cancel);
            return new RunResult(session.Id, output, null, true, isTruncated);
        }
        finally
        {
            await over.CancelAsync();
        }
    }

    /// <returns>The name of the shell that waits there.</returns>
    /// <exception cref="RunFailedException">None does.</exception>
    private static async Task<string> ShellAtPromptAsync(Session session, SessionInfo info, CancellationToken cancel)
    {
        if (info.End is { } end) throw new RunFailedException($"the session's program has ended ({end}); `restart` runs it again");

        var program = Path.GetFileName(info.Command.FirstOrDefault() ?? "sh").TrimStart('-');
        var job = await session.GetVariableAsync<int?>("jobPid", cancel);
        if (job is { } pid && pid != info.Pid)
            throw new RunFailedException($"{info.Job} is in the foreground of the session, and it is no shell at its prompt; wait for its end, or interrupt it");

        var shell = info.Job ?? program;
        if (!ShellLine.IsShell(shell)) throw new RunFailedException($"the session runs {shell}, which is no shell that is known here");

        return shell;
    }

    /// <summary>Whether the shell marks the begin of its commands as well as its prompts: one that it ran shows it.</summary>
    /// <exception cref="RunFailedException">A command is running.</exception>
    private static async Task<bool> MarksCommandsAsync(Session session, CancellationToken cancel)
    {
        var last = await session.GetPromptAsync(cancel: cancel);
        if (last is null) return false;
        if (last.State == PromptState.Running && last.Command.Length > 0)
            throw new RunFailedException($"`{last.Command}` is running in the session; wait for its end, or interrupt it");
        if (last.State != PromptState.Editing) return false;

        var ids = await session.ListPromptsAsync(cancel);
        foreach (var id in ids.Reverse().Skip(1).Take(Oldest))
        {
            if (await session.GetPromptAsync(id, cancel) is { Command.Length: > 0, State: PromptState.Finished } prompt) return prompt.ExitStatus is not null;
        }

        return false;
    }

    private static async Task<HostEvent?> GoneAsync(IAsyncEnumerable<HostEvent> ends, string session, CancellationToken cancel)
    {
        await foreach (var end in ends.WithCancellation(cancel))
        {
            if (end.SessionId == session) return end;
        }

        return null;
    }

    private static string How(HostEvent? end) => end switch
    {
        { Kind: "session.ended" } when end.Data.TryGetProperty("exitCode", out var code) => $": exit {code}",
        { Kind: "session.ended" } when end.Data.TryGetProperty("signal", out var signal) => $": {signal}",
        _ => "",
    };

    /// <summary>The command's way through the prompt marks.</summary>
    /// <param name="marked">By the shell. Otherwise by our own marks, at which nothing was typed, so they carry no command.</param>
    private sealed class Running(bool marked)
    {
        /// <summary>Null until the command has begun.</summary>
        public string? PromptId { get; private set; }

        /// <returns>Its exit status.</returns>
        public async Task<int> EndAsync(IAsyncEnumerable<PromptEvent> events, CancellationToken cancel)
        {
            await foreach (var it in events.WithCancellation(cancel))
            {
                if (it is PromptEvent.CommandStarted started && PromptId is null && (marked || started.Command.Length == 0)) PromptId = it.PromptId;
                if (it is PromptEvent.CommandEnded ended && ended.PromptId == PromptId) return ended.ExitStatus;
            }

            throw new RunFailedException("the host told no more of the session's prompts");
        }
    }
}
