using ActorTerm.Cli.Options;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm invoke</c>: calls registered functions by a text.</summary>
internal static class InvokeVerb
{
    public static Command Make()
    {
        var text = new Argument<string>("invocation")
        {
            HelpName = "invocation",
            Description = "Such as `show(s: add(a: 1, b: 2))`: docs/invocations.md.",
            CompletionSources = { Completion.Functions },
        };
        var scope = new ScopeOptions();
        var timeout = SharedOptions.DurationOption("--timeout", "For the whole invocation; default 30s. Each function has a time of its own besides.");
        var verb = new Command("invoke", "Invoke functions, composed as you like, and print the result as JSON.") { text, timeout };
        scope.AddTo(verb);
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var where = await scope.Find(connection.App, arguments, cancel);
            var result = await where.InvokeAsync(arguments.GetValue(text)!, arguments.GetValue(timeout), cancel);
            Console.Out.WriteLine(result.GetRawText());
        });
        return verb;
    }
}
