using System.Text;
using ActorTerm.Cli.Options;
using ActorTerm.Cli.Output;
using ActorTerm.Client;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm profile import</c>: what iTerm2 exported. It says all that a profile could run, and runs none of it.</summary>
internal static class ProfileImport
{
    public static Command Make()
    {
        var file = new Argument<string>("file") { Description = "A profile exported by iTerm2, or several; `-` is standard input." };
        var name = new Option<string?>("--name") { Description = "Another name for the only profile in it." };
        var json = SharedOptions.JsonOption();
        var verb = new Command("import", "Take in profiles that iTerm2 exported. Their triggers are off until they are enabled.") { file, name, json };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var path = arguments.GetValue(file)!;
            var text = path == "-" ? Encoding.UTF8.GetString(await StandardInput.ReadAsync(cancel)) : await File.ReadAllTextAsync(path, cancel);
            var profiles = await connection.App.ImportProfilesAsync(text, arguments.GetValue(name), cancel);
            if (arguments.GetValue(json)) Json.WriteAll(profiles.Select(ImportedProfileJson.Of));
            else foreach (var profile in profiles) Write(profile);
        });
        return verb;
    }

    private static void Write(ImportedProfile profile)
    {
        Console.Out.WriteLine($"profile {profile.Name}");
        Console.Out.WriteLine($"runs: {profile.Command ?? "the login shell"}");
        if (profile.InitialText is { } text) Console.Out.WriteLine($"types: {text}");
        if (profile.KeyBindings > 0) Console.Out.WriteLine($"key bindings: {profile.KeyBindings}{(profile.Keys.Count > 0 ? $"; {profile.Keys.Count} of them run something:" : "")}");
        if (profile.Keys.Count > 0) KeysVerb.Write(profile.Keys);
        if (profile.Triggers.Count == 0) return;

        TriggerVerb.Write(profile.Triggers);
        Console.Out.WriteLine($"The triggers are off; `actorterm trigger enable --profile {profile.Name} NUMBER` turns one on.");
    }
}
