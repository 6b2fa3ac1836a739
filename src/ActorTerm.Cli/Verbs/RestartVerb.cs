using ActorTerm.Cli.Options;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm restart</c>: the same command again, in the same session.</summary>
internal static class RestartVerb
{
    public static Command Make()
    {
        var session = SharedOptions.SessionArgument();
        var onlyIfEnded = new Option<bool>("--only-if-ended") { Description = "Fail when the program still runs, instead of ending it." };
        var verb = new Command("restart", "Run a session's program again; its id, screen and user variables stay.") { session, onlyIfEnded };
        verb.OnHost(async (connection, arguments, cancel) =>
            await (await connection.Session(arguments, session, cancel)).RestartAsync(arguments.GetValue(onlyIfEnded), cancel));
        return verb;
    }
}
