using ActorTerm.Cli.Options;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm inject</c>: bytes for a session's terminal, as if its program had printed them.</summary>
internal static class InjectVerb
{
    public static Command Make()
    {
        var session = SharedOptions.SessionArgument();
        var text = new Argument<string>("text") { Description = "Shown as it is; `-` reads standard input, byte for byte." };
        var verb = new Command("inject", "Show text on a session's screen as if its program had printed it.") { session, text };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var target = await connection.Session(arguments, session, cancel);
            if (arguments.GetValue(text) is { } given and not "-") await target.InjectAsync(given, cancel);
            else await target.InjectAsync(await StandardInput.ReadAsync(cancel), cancel);
        });
        return verb;
    }
}
