using ActorTerm.Client;

namespace ActorTerm.Cli.Verbs;

/// <summary>Runs a command in a session that exists for it alone, made of a host's plain requests.</summary>
internal static class RunApart
{
    /// <param name="timeout">Then the program is ended. Null: never.</param>
    public static async Task<RunResult> Run(App app, NewSession command, TimeSpan? timeout, CancellationToken cancel)
    {
        var session = (await app.CreateSessionAsync(command with { Hold = true, Select = false }, cancel)).Session;
        try
        {
            var end = await session.WaitAsync(new WaitOptions { Exit = true, Timeout = timeout }, cancel);
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
