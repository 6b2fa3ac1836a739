using ActorTerm.Cli.Options;
using ActorTerm.Cli.Output;
using ActorTerm.Client;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm new</c>: starts a program in a new session.</summary>
internal static class NewVerb
{
    public static Command Make()
    {
        var program = new ProgramOptions();
        var size = new Option<string?>("--size") { Description = "COLUMNSxROWS, each 1 to 4096. Default: the host's, 80x24." };
        var window = new Option<string?>("--window") { Description = "A tab of this window, by id or `active`, instead of a window of its own." };
        var attach = new Option<bool>("--attach") { Description = "Attach to it afterwards." };
        var json = SharedOptions.JsonOption();
        var verb = new Command("new", "Start a program in a new session and print the session's id.") { size, window, attach, json };
        program.AddTo(verb);
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            if (arguments.GetValue(attach)) AttachVerb.RequireTerminal();
            var session = program.Read(arguments);
            if (arguments.GetValue(size) is { } text)
            {
                var (columns, rows) = TerminalSize.Parse(text);
                session = session with { Columns = columns, Rows = rows };
            }

            if (arguments.GetValue(window) is { } inWindow)
                session = session with { Placement = new Placement.TabOf((await connection.App.FindWindowAsync(inWindow, cancel)).Id) };
            var made = await connection.App.CreateSessionAsync(session, cancel);
            if (arguments.GetValue(attach)) await AttachVerb.Show(connection, made.Session, new AttachOptions(80, 24), cancel);
            else if (arguments.GetValue(json)) Json.Write(CreatedJson.Of(made));
            else Console.Out.WriteLine(made.Session.Id);
        });
        return verb;
    }
}
