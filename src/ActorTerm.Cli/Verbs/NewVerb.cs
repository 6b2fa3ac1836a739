using ActorTerm.Cli.Options;
using ActorTerm.Cli.Output;
using ActorTerm.Client;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm new</c>: starts a program in a new session.</summary>
internal static class NewVerb
{
    public static Command Make()
    {
        var name = new Option<string?>("--name", "-s") { Description = "The session's name. Default: its profile's, or what its program says." };
        var cwd = new Option<string?>("--cwd", "-c") { Description = "Directory the program starts in. Default: the home directory." };
        var env = new Option<string[]>("--env", "-e") { Description = "NAME=VALUE for the program, or NAME to take a variable away. Repeatable.", DefaultValueFactory = _ => [] };
        var size = new Option<string?>("--size") { Description = "COLUMNSxROWS, each 1 to 4096. Default: 80x24." };
        var profile = new Option<string?>("--profile") { Description = "Name of a profile." };
        var window = new Option<string?>("--window") { Description = "A tab of this window, by id or `active`, instead of a window of its own." };
        var json = SharedOptions.JsonOption();
        var command = new Argument<string[]>("command") { Description = "Program and arguments, after --. Default: the login shell.", Arity = ArgumentArity.ZeroOrMore };
        var verb = new Command("new", "Start a program in a new session and print the session's id.") { name, cwd, env, size, profile, window, json, command };
        verb.Aliases.Add("new-session");
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var dimensions = ReadSize(arguments.GetValue(size));
            var made = await connection.App.CreateSessionAsync(
                new NewSession
                {
                    Command = arguments.GetValue(command) ?? [],
                    Name = arguments.GetValue(name),
                    WorkingDirectory = arguments.GetValue(cwd) is { } directory ? Path.GetFullPath(directory) : null,
                    Environment = ReadVariables(arguments.GetValue(env) ?? []),
                    Columns = dimensions?.Columns,
                    Rows = dimensions?.Rows,
                    Profile = arguments.GetValue(profile),
                    Placement = arguments.GetValue(window) is { } inWindow
                        ? new Placement.TabOf((await connection.App.FindWindowAsync(inWindow, cancel)).Id)
                        : new Placement.NewWindow(),
                },
                cancel);
            if (arguments.GetValue(json)) Json.Write(new { id = made.Session.Id, windowId = made.Window.Id, tabId = made.Tab.Id });
            else Console.Out.WriteLine(made.Session.Id);
        });
        return verb;
    }

    internal static (int Columns, int Rows)? ReadSize(string? text) => text?.Split('x') switch
    {
        null => null,
        [var columns, var rows] when int.TryParse(columns, out var width) && int.TryParse(rows, out var height) => (width, height),
        _ => throw new UsageException($"`{text}` is no size: write COLUMNSxROWS, such as 120x40"),
    };

    private static Dictionary<string, string?> ReadVariables(IEnumerable<string> texts)
    {
        var variables = new Dictionary<string, string?>();
        foreach (var text in texts)
        {
            var equals = text.IndexOf('=');
            if (equals < 0) variables[text] = null;
            else variables[text[..equals]] = text[(equals + 1)..];
        }

        return variables;
    }
}
