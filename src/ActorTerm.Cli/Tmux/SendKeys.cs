using ActorTerm.Client;

namespace ActorTerm.Cli.Tmux;

/// <summary><c>send-keys</c> as tmux(1) has it.</summary>
internal static class SendKeys
{
    public static Command Make()
    {
        var target = TmuxOptions.Target();
        var literal = new Option<bool>("-l") { Description = "Type all words as they are." };
        var words = TmuxOptions.Words("keys", "A word that names a key is pressed: C-c, Up, Enter. Any other is typed.");
        var verb = new Command("send-keys", "As tmux: send.") { target, literal, words };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var session = await connection.Target(arguments, target, cancel);
            foreach (var word in arguments.GetValue(words) ?? [])
            {
                if (arguments.GetValue(literal)) await session.SendTextAsync(word, cancel: cancel);
                else await PressOrType(session, word, cancel);
            }
        });
        return verb;
    }

    /// <summary>The host knows the names of keys.</summary>
    private static async Task PressOrType(Session session, string word, CancellationToken cancel)
    {
        try
        {
            await session.SendKeysAsync(word);
        }
        catch (RequestFailedException e) when (e.Status == "BAD_REQUEST")
        {
            await session.SendTextAsync(word, cancel: cancel);
        }
    }
}
