using ActorTerm.Cli.Options;
using ActorTerm.Cli.Output;
using ActorTerm.Client;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm tab</c>.</summary>
internal static class TabVerb
{
    public static Command Make() => new("tab", "List, make, activate and close tabs.") { List(), New(), Activate(), Close() };

    private static Argument<string> TabArgument() => new("tab") { Description = "A tab's id, or `active`." };

    private static Command List()
    {
        var json = SharedOptions.JsonOption();
        var verb = new Command("ls", "List the tabs; * marks that of the active session.") { json };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var tabs = TabJson.Of(await connection.App.GetLayoutAsync(cancel), await connection.App.GetCurrentSessionAsync(cancel));
            if (arguments.GetValue(json)) Json.WriteAll(tabs);
            else if (tabs.Count > 0) Table.Write(["ID", "WINDOW", "SESSIONS"], tabs.Select(Row));
        });
        return verb;
    }

    private static Command New()
    {
        var program = new ProgramOptions();
        var window = new Option<string>("--window") { Description = "In this window. Default: that of the active session.", DefaultValueFactory = _ => Session.Active };
        var index = new Option<int?>("--index") { Description = "Position among the tabs, from 0. Default: behind the last." };
        var json = SharedOptions.JsonOption();
        var verb = new Command("new", "Start a program in a new tab and print the tab's id.") { window, index, json };
        program.AddTo(verb);
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var place = await connection.App.FindWindowAsync(arguments.GetValue(window)!, cancel);
            var made = await connection.App.CreateSessionAsync(
                program.Read(arguments) with { Placement = new Placement.TabOf(place.Id, arguments.GetValue(index)) }, cancel);
            if (arguments.GetValue(json)) Json.Write(CreatedJson.Of(made));
            else Console.Out.WriteLine(made.Tab.Id);
        });
        return verb;
    }

    private static Command Activate()
    {
        var tab = TabArgument();
        var verb = new Command("activate", "Select a tab and bring its window to the front.") { tab };
        verb.OnHost(async (connection, arguments, cancel) =>
            await (await connection.App.FindTabAsync(arguments.GetValue(tab)!, cancel)).ActivateAsync(cancel));
        return verb;
    }

    private static Command Close()
    {
        var tab = TabArgument();
        var verb = new Command("close", "End all sessions of a tab and remove it.") { tab };
        verb.OnHost(async (connection, arguments, cancel) =>
            await (await connection.App.FindTabAsync(arguments.GetValue(tab)!, cancel)).CloseAsync(cancel));
        return verb;
    }

    private static IReadOnlyList<string> Row(TabJson tab) =>
        [tab.Id + (tab.Active ? "*" : ""), tab.WindowId, string.Join(' ', tab.Sessions.Select(session => session[..8]))];
}
