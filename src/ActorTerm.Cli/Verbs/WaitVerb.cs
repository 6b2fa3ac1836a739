using ActorTerm.Cli.Options;
using ActorTerm.Client;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm wait</c>: until something happens in a session.</summary>
internal static class WaitVerb
{
    public static Command Make()
    {
        var session = SharedOptions.SessionArgument();
        var text = new Option<string?>("--text") { Description = "A line on the screen, or a new one, matches this regular expression. Prints the line." };
        var onlyNew = new Option<bool>("--new") { Description = "Lines that stand on the screen already do not count." };
        var exit = new Option<bool>("--exit") { Description = "The program ends. Prints how." };
        var idle = SharedOptions.DurationOption("--idle", "Nothing is printed for so long.");
        var timeout = SharedOptions.DurationOption("--timeout", "Give up after so long, with exit code 1. Default: never.");
        var verb = new Command("wait", "Wait until a text shows, the program ends, or it has nothing more to say.") { session, text, onlyNew, exit, idle, timeout };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var wait = new WaitOptions
            {
                Text = arguments.GetValue(text),
                OnlyNew = arguments.GetValue(onlyNew),
                Exit = arguments.GetValue(exit),
                Idle = arguments.GetValue(idle),
                Timeout = arguments.GetValue(timeout),
            };
            if (wait is { Text: null, Exit: false, Idle: null }) throw new UsageException("wait for what? give --text REGEX, --exit or --idle TIME");

            return Report(wait, await (await connection.Session(arguments, session, cancel)).WaitAsync(wait, cancel));
        });
        return verb;
    }

    private static int Report(WaitOptions wait, WaitResult result)
    {
        switch (result)
        {
            case WaitResult.Matched matched:
                Console.Out.WriteLine(matched.Line);
                return ExitCodes.Ok;
            case WaitResult.Exited exited when wait.Exit:
                Console.Out.WriteLine(exited.End);
                return ExitCodes.Ok;
            case WaitResult.Idle:
                return ExitCodes.Ok;
            case WaitResult.Exited exited:
                Console.Error.WriteLine($"actorterm: the program ended first: {exited.End}");
                return ExitCodes.Failure;
            default:
                Console.Error.WriteLine("actorterm: it did not happen in time");
                return ExitCodes.Failure;
        }
    }
}
