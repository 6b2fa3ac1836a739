using ActorTerm.Client;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm env</c>: what a shell must set so that iTerm2's Python library finds this host.</summary>
internal static class EnvVerb
{
    public static Command Make()
    {
        var verb = new Command("env", "Print the variables by which scripts find this host: eval \"$(actorterm env)\".");
        verb.OnHost(async (connection, _, cancel) =>
        {
            var host = await connection.App.GetHostInfoAsync(cancel);
            if (host.Suite is { } suite) Export("IT2_SUITE", suite);
            Export("ITERM2_COOKIE", host.Cookie);
            Export("ACTORTERM_SOCKET", host.Socket);
            if (host.Suite is null) await Console.Error.WriteLineAsync("actorterm: iTerm2's Python library cannot find this host: `actorterm doctor` says why");
        });
        return verb;
    }

    private static void Export(string name, string value) => Console.Out.WriteLine($"export {name}={Quote(value)}");

    /// <summary>Single quotes keep everything but themselves (POSIX XCU 2.2.2).</summary>
    private static string Quote(string value) => $"'{value.Replace("'", "'\\''")}'";
}
