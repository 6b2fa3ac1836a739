using ActorTerm.Cli.Options;
using ActorTerm.Client;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm invoke</c>: calls registered functions by a text.</summary>
internal static class InvokeVerb
{
    public static Command Make()
    {
        var text = new Argument<string>("invocation") { Description = "Such as `show(s: add(a: 1, b: 2))`: docs/invocations.md." };
        var session = new Option<string?>("--session") { Description = "Run it in this session's scope." };
        var tab = new Option<string?>("--tab") { Description = "Run it in this tab's scope." };
        var window = new Option<string?>("--window") { Description = "Run it in this window's scope." };
        var timeout = SharedOptions.DurationOption("--timeout", "For the whole invocation; default 30s. Each function has a time of its own besides.");
        var verb = new Command("invoke", "Invoke functions, composed as you like, and print the result as JSON.") { text, session, tab, window, timeout };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var scope = await Scope(connection.App, arguments.GetValue(session), arguments.GetValue(tab), arguments.GetValue(window), cancel);
            var result = await scope.InvokeAsync(arguments.GetValue(text)!, arguments.GetValue(timeout), cancel);
            Console.Out.WriteLine(result.GetRawText());
        });
        return verb;
    }

    private static async Task<Scope> Scope(App app, string? session, string? tab, string? window, CancellationToken cancel) => (session, tab, window) switch
    {
        (null, null, null) => app,
        ({ } text, null, null) => await app.FindSessionAsync(text, cancel),
        (null, { } text, null) => await app.FindTabAsync(text, cancel),
        (null, null, { } text) => await app.FindWindowAsync(text, cancel),
        _ => throw new UsageException("only one of --session, --tab and --window"),
    };
}
