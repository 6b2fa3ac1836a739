using ActorTerm.Cli.Output;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm events</c>: what happens on the host, as it happens.</summary>
internal static class EventsVerb
{
    public static Command Make()
    {
        var kinds = new Option<string[]>("--kind") { Description = "Only these, such as session.ended. Repeatable. Default: all.", DefaultValueFactory = _ => [] };
        var verb = new Command("events", "Print what happens, one JSON object a line, until interrupted.") { kinds };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var wanted = arguments.GetValue(kinds) is { Length: > 0 } some ? some : null;
            await using var events = await connection.App.WatchEventsAsync(wanted, cancel);
            await foreach (var it in events.WithCancellation(cancel)) Json.WriteLine(it);
        });
        return verb;
    }
}
