using System.Text;
using ActorTerm.Cli.Options;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm send</c>: types into a session.</summary>
internal static class SendVerb
{
    public static Command Make()
    {
        var session = SharedOptions.SessionArgument();
        var text = new Argument<string[]>("text") { Description = "Typed as it is; several words are joined by spaces. `-` types standard input.", Arity = ArgumentArity.ZeroOrMore };
        var enter = new Option<bool>("--enter") { Description = "Press Enter afterwards." };
        var keys = new Option<string[]>("--keys") { Description = "Press keys by tmux's names instead: C-c Up M-x Enter.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var verb = new Command("send", "Type text, or press keys, in a session.") { session, text, enter, keys };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var target = await connection.Session(arguments, session, cancel);
            var pressed = arguments.GetValue(keys) ?? [];
            var words = arguments.GetValue(text) ?? [];
            if (words.Length == 0 && pressed.Length == 0 && !arguments.GetValue(enter)) throw new UsageException("send what? give a text, -, --keys or --enter");

            if (words is ["-"]) await target.SendTextAsync(await Input(cancel), cancel: cancel);
            else if (words.Length > 0) await target.SendTextAsync(string.Join(' ', words), cancel: cancel);
            if (pressed.Length > 0) await target.SendKeysAsync(pressed);
            if (arguments.GetValue(enter)) await target.SendKeysAsync("Enter");
        });
        return verb;
    }

    private static async Task<string> Input(CancellationToken cancel)
    {
        using var reader = new StreamReader(new MemoryStream(await StandardInput.ReadAsync(cancel)), new UTF8Encoding(false));
        return await reader.ReadToEndAsync(cancel);
    }
}
