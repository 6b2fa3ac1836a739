using ActorTerm.Cli.Options;
using ActorTerm.Cli.Output;
using ActorTerm.Client;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm reload</c>: the host reads its configuration again.</summary>
internal static class ReloadVerb
{
    public static Command Make()
    {
        var check = new Option<bool>("--check") { Description = "Only print the difference and what is wrong; change nothing." };
        var json = SharedOptions.JsonOption();
        var verb = new Command("reload", "Make the host read its configuration again, and print what changed. If any part is wrong, nothing changes.") { check, json };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var changes = await connection.App.ReloadAsync(arguments.GetValue(check), cancel);
            if (arguments.GetValue(json))
            {
                Json.WriteAll(changes.Select(ChangeJson.Of));
                return;
            }

            foreach (var change in changes) Write(change);
            if (changes.Count == 0) Console.Out.WriteLine("nothing changed");
        });
        return verb;
    }

    private static void Write(ConfigurationChange change)
    {
        Console.Out.WriteLine(change.Path + (change.TakesEffect ? "" : "  (at the next start of the host)"));
        if (change.Before is { } before) WriteLines('-', before);
        if (change.After is { } after) WriteLines('+', after);
    }

    private static void WriteLines(char sign, string text)
    {
        foreach (var line in text.Split('\n')) Console.Out.WriteLine($"  {sign} {line}");
    }
}
