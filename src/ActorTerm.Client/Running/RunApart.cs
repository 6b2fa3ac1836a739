namespace ActorTerm.Client;

/// <summary>Runs a command in a session that exists for it alone, made of a host's plain requests.</summary>
internal static class RunApart
{
    public static async Task<RunResult> RunAsync(App app, RunOptions run, CancellationToken cancel)
    {
        var session = (await app.CreateSessionAsync(run.ToSession(), CancellationToken.None)).Session;      // whatever is made has to be closed
        try
        {
            cancel.ThrowIfCancellationRequested();
            var end = await session.WaitAsync(new WaitOptions { Exit = true, Timeout = run.Timeout }, cancel);
            var all = await session.CaptureAsync(CaptureOptions.Everything with { JoinWrapped = true }, cancel);
            return new RunResult(session.Id, Text(all), (end as WaitResult.Exited)?.End, end is WaitResult.TimedOut, all.FirstLine > 0);
        }
        finally
        {
            await session.CloseAsync(CancellationToken.None);          // also when somebody pressed C-c here: the program goes with us
        }
    }

    /// <summary>Without the empty rest of the screen.</summary>
    internal static string Text(Capture all)
    {
        var last = all.Lines.Select((line, at) => (line, at)).LastOrDefault(it => it.line.Text.Length > 0, (line: null!, at: -1)).at;
        return string.Concat(all.Lines.Take(last + 1).Select(line => line.Text + "\n"));
    }
}
