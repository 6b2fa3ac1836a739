using System.Globalization;
using ActorTerm.Cli.Options;
using ActorTerm.Cli.Output;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm window</c>.</summary>
internal static class WindowVerb
{
    public static Command Make() => new("window", "List, make, activate and close windows.") { List(), New(), Activate(), Close() };

    private static Argument<string> WindowArgument() => new("window")
    {
        Description = "A window's id, a unique beginning of it (`pty-` can be left out), or `active`.",
    };

    private static Command List()
    {
        var json = SharedOptions.JsonOption();
        var verb = new Command("ls", "List the windows; * marks that of the active session.") { json };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var windows = WindowJson.Of(await connection.App.GetLayoutAsync(cancel), await connection.App.GetCurrentSessionAsync(cancel));
            if (arguments.GetValue(json)) Json.WriteAll(windows);
            else if (windows.Count > 0) Table.Write(["ID", "NUMBER", "TABS", "SESSIONS"], windows.Select(Row));
        });
        return verb;
    }

    private static Command New()
    {
        var program = new ProgramOptions();
        var json = SharedOptions.JsonOption();
        var verb = new Command("new", "Start a program in a new window and print the window's id.") { json };
        program.AddTo(verb);
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var made = await connection.App.CreateSessionAsync(program.Read(arguments), cancel);
            if (arguments.GetValue(json)) Json.Write(CreatedJson.Of(made));
            else Console.Out.WriteLine(made.Window.Id);
        });
        return verb;
    }

    private static Command Activate()
    {
        var window = WindowArgument();
        var verb = new Command("activate", "Bring a window to the front; its selected session becomes the active one.") { window };
        verb.OnHost(async (connection, arguments, cancel) =>
            await (await connection.App.FindWindowAsync(arguments.GetValue(window)!, cancel)).ActivateAsync(cancel));
        return verb;
    }

    private static Command Close()
    {
        var window = WindowArgument();
        var verb = new Command("close", "End all sessions of a window and remove it.") { window };
        verb.OnHost(async (connection, arguments, cancel) =>
            await (await connection.App.FindWindowAsync(arguments.GetValue(window)!, cancel)).CloseAsync(cancel));
        return verb;
    }

    private static IReadOnlyList<string> Row(WindowJson window) =>
    [
        window.Id + (window.Active ? "*" : ""),
        window.Number.ToString(CultureInfo.InvariantCulture),
        string.Join(' ', window.Tabs),
        string.Join(' ', window.Sessions.Select(session => session[..8])),
    ];
}
