using ActorTerm.Cli.Options;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm resize</c>.</summary>
internal static class ResizeVerb
{
    public static Command Make()
    {
        var session = SharedOptions.SessionArgument();
        var size = new Argument<string>("size") { Description = "COLUMNSxROWS, each 1 to 4096." };
        var verb = new Command("resize", "Give a session another size; its program is told.") { session, size };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var (columns, rows) = TerminalSize.Parse(arguments.GetValue(size)!);
            await (await connection.Session(arguments, session, cancel)).ResizeAsync(columns, rows, cancel);
        });
        return verb;
    }
}
