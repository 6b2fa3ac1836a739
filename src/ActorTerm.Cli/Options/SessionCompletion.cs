using System.CommandLine.Completions;
using ActorTerm.Client;

namespace ActorTerm.Cli.Options;

/// <summary>Offers the live sessions to a shell that completes a word; silent when there is no host.</summary>
internal static class SessionCompletion
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static IEnumerable<CompletionItem> Complete(CompletionContext context)
    {
        try
        {
            return Sessions().WaitAsync(Patience).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is ActorTermException or TimeoutException or IOException)
        {
            return [];
        }
    }

    private static async Task<IReadOnlyList<CompletionItem>> Sessions()
    {
        await using var connection = await Connection.ConnectAsync(new ConnectOptions { Name = "actorterm", ConnectTimeout = Patience });
        var sessions = await connection.App.ListSessionsAsync();
        return [.. sessions.Select(session => new CompletionItem(session.Id, detail: session.Name))];
    }
}
