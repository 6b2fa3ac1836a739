using ActorTerm.Cli.Options;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm kill</c>: closes sessions, or signals what runs in them.</summary>
internal static class KillVerb
{
    public static Command Make()
    {
        var sessions = new Argument<string[]>("session")
        {
            HelpName = "session",
            Description = "Ids, unique beginnings of them, names, or `active`.",
            Arity = ArgumentArity.OneOrMore,
            CompletionSources = { Completion.Sessions },
        };
        var signal = new Option<string?>("--signal") { Description = "Send this signal to the foreground job (INT, TERM, 9 ...) and leave the session." };
        var verb = new Command("kill", "End a session's program, by SIGHUP and then by SIGKILL, and remove the session.") { sessions, signal };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            foreach (var text in arguments.GetValue(sessions)!)
            {
                var session = await connection.App.FindSessionAsync(text, cancel);
                if (arguments.GetValue(signal) is { } name) await session.SignalAsync(name, cancel);
                else await session.CloseAsync(cancel);
            }
        });
        return verb;
    }
}
