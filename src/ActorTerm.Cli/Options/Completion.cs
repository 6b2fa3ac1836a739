using System.CommandLine.Completions;
using ActorTerm.Client;

namespace ActorTerm.Cli.Options;

/// <summary>Offers what the host has to a shell that completes a word; silent when there is no host.</summary>
internal static class Completion
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);       // somebody waits at the keyboard

    /// <summary>Whether a shell completes a word. Help looks at the same sources, and must not speak to anybody. Default false.</summary>
    public static bool IsAsked { get; set; }

    /// <summary>Ids of the live sessions.</summary>
    public static IEnumerable<CompletionItem> Sessions(CompletionContext context) => Ask(async app =>
        (await app.ListSessionsAsync()).Select(session => new CompletionItem(session.Id, detail: session.Name)));

    /// <summary>Names of the registered functions.</summary>
    public static IEnumerable<CompletionItem> Functions(CompletionContext context) => Ask(async app =>
        (await app.ListFunctionsAsync()).Select(function => new CompletionItem(function.Signature.Split('(')[0], detail: function.Signature)));

    /// <summary>Names of the profiles.</summary>
    public static IEnumerable<CompletionItem> Profiles(CompletionContext context) => Ask(async app =>
        (await app.ListProfilesAsync(["Name"])).Select(profile => new CompletionItem(profile["Name"].GetString()!)));

    private static IEnumerable<CompletionItem> Ask(Func<App, Task<IEnumerable<CompletionItem>>> ask)
    {
        if (!IsAsked) return [];

        try
        {
            return Asked().WaitAsync(Patience).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is ActorTermException or TimeoutException or IOException)
        {
            return [];
        }

        async Task<IEnumerable<CompletionItem>> Asked()
        {
            await using var connection = await Connection.ConnectAsync(new ConnectOptions { Name = "actorterm", ConnectTimeout = Patience });
            return await ask(connection.App);
        }
    }
}
