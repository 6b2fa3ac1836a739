using ActorTerm.Cli.Options;
using ActorTerm.Cli.Verbs;
using ActorTerm.Client;

namespace ActorTerm.Cli.Tmux;

/// <summary><c>new-session</c> as tmux(1) has it: it attaches unless told not to.</summary>
internal static class NewSession
{
    public static Command Make()
    {
        var detached = new Option<bool>("-d") { Description = "Do not attach; print the session's id." };
        var name = new Option<string?>("-s") { Description = "The session's name." };
        var cwd = new Option<string?>("-c") { Description = "Directory the program starts in. Default: the current one." };
        var columns = new Option<int?>("-x") { Description = "Columns." };
        var rows = new Option<int?>("-y") { Description = "Rows." };
        var env = new Option<string[]>("-e") { Description = "NAME=VALUE. Repeatable.", DefaultValueFactory = _ => [] };
        var words = TmuxOptions.Words("command", "One word is a line for the shell; several are a program and its arguments. Default: the login shell.");
        var verb = new Command("new-session", "As tmux: new.") { detached, name, cwd, columns, rows, env, words };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var attach = !arguments.GetValue(detached);
            if (attach) AttachVerb.RequireTerminal();
            var made = await connection.App.CreateSessionAsync(
                new Client.NewSession
                {
                    Command = TmuxOptions.Command(arguments.GetValue(words) ?? []),
                    Name = arguments.GetValue(name),
                    WorkingDirectory = Path.GetFullPath(arguments.GetValue(cwd) ?? "."),
                    Environment = ProgramOptions.ReadVariables(arguments.GetValue(env) ?? []),
                    Columns = arguments.GetValue(columns),
                    Rows = arguments.GetValue(rows),
                },
                cancel);
            if (attach) await AttachVerb.Show(connection, made.Session, new AttachOptions(80, 24), cancel);
            else Console.Out.WriteLine(made.Session.Id);
        });
        return verb;
    }
}
