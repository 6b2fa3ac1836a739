using ActorTerm.Cli.Options;
using ActorTerm.Client;

namespace ActorTerm.Cli.Tmux;

/// <summary><c>split-window</c> as tmux(1) has it.</summary>
internal static class SplitWindow
{
    public static Command Make()
    {
        var target = TmuxOptions.Target();
        var beside = new Option<bool>("-h") { Description = "Side by side." };
        var below = new Option<bool>("-v") { Description = "One above the other; so it is without either." };
        var before = new Option<bool>("-b") { Description = "The new one on the left, or above." };
        var detached = new Option<bool>("-d") { Description = "It does not become the active session." };
        var cwd = new Option<string?>("-c") { Description = "Directory the program starts in. Default: the current one." };
        var env = new Option<string[]>("-e") { Description = "NAME=VALUE. Repeatable.", DefaultValueFactory = _ => [] };
        var words = TmuxOptions.Words("command", "One word is a line for the shell; several are a program and its arguments. Default: the login shell.");
        var verb = new Command("split-window", "As tmux: split. It prints the new session's id.") { target, beside, below, before, detached, cwd, env, words };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var neighbour = await connection.Target(arguments, target, cancel);
            var made = await connection.App.CreateSessionAsync(
                new Client.NewSession
                {
                    Command = TmuxOptions.Command(arguments.GetValue(words) ?? []),
                    WorkingDirectory = Path.GetFullPath(arguments.GetValue(cwd) ?? "."),
                    Environment = ProgramOptions.ReadVariables(arguments.GetValue(env) ?? []),
                    Placement = new Placement.SplitOf(neighbour.Id, Vertical: arguments.GetValue(beside), Before: arguments.GetValue(before)),
                    Select = !arguments.GetValue(detached),
                },
                cancel);
            Console.Out.WriteLine(made.Session.Id);
        });
        return verb;
    }
}
