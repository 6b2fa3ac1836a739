using System.Reflection;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm version</c>: of this program and of the host, if one runs.</summary>
internal static class VersionVerb
{
    public static Command Make()
    {
        var verb = new Command("version", "Print the version of this program, and of the host if one runs.");
        verb.SetAction(async (_, cancel) =>
        {
            var own = typeof(VersionVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
            Console.Out.WriteLine($"actorterm {own}");
            try
            {
                await using var connection = await Client.Connection.ConnectAsync(new Client.ConnectOptions { Name = "actorterm" }, cancel);
                var host = await connection.App.GetHostInfoAsync(cancel);
                Console.Out.WriteLine($"host {host.Version}, pid {host.Pid}, {host.Socket}");
            }
            catch (Client.HostUnreachableException)
            {
                Console.Out.WriteLine("no host runs");
            }

            return ExitCodes.Ok;
        });
        return verb;
    }
}
