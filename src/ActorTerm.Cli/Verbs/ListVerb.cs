using System.Globalization;
using ActorTerm.Cli.Options;
using ActorTerm.Cli.Output;
using ActorTerm.Client;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm ls</c>: the host's sessions.</summary>
internal static class ListVerb
{
    public static Command Make()
    {
        var json = SharedOptions.JsonOption();
        var verb = new Command("ls", "List the sessions, ended ones too.") { json };
        verb.Aliases.Add("list-sessions");
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var sessions = await connection.App.ListSessionsAsync(cancel);
            if (arguments.GetValue(json)) Json.WriteAll(sessions.Select(SessionJson.Of));
            else if (sessions.Count > 0) Table.Write(["ID", "NAME", "STATE", "SIZE", "VIEWERS", "COMMAND"], sessions.Select(Row));
        });
        return verb;
    }

    private static IReadOnlyList<string> Row(SessionInfo session) =>
    [
        session.Id[..8] + (session.IsActive ? "*" : ""),
        session.Name,
        session.End?.ToString() ?? (session.Coprocess is null ? "running" : "running, coprocess"),
        $"{session.Columns}x{session.Rows}",
        session.Viewers.ToString(CultureInfo.InvariantCulture),
        string.Join(' ', session.Command),
    ];
}
