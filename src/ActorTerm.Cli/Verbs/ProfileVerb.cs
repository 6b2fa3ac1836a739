using System.Globalization;
using System.Text.Json;
using ActorTerm.Cli.Options;
using ActorTerm.Cli.Output;
using ActorTerm.Client;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm profile</c>.</summary>
internal static class ProfileVerb
{
    public static Command Make() => new("profile", "List, show and take in the profiles that sessions are made of.") { List(), Show(), ProfileImport.Make() };

    private static Command List()
    {
        var json = SharedOptions.JsonOption();
        var verb = new Command("ls", "List the profiles; * marks the one that applies when none is named.") { json };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var preferred = await connection.App.GetDefaultProfileAsync(cancel);
            var profiles = (await connection.App.ListProfilesAsync(ProfileJson.Properties, cancel)).Select(profile => ProfileJson.Of(profile, preferred)).ToList();
            if (arguments.GetValue(json)) Json.WriteAll(profiles);
            else Table.Write(["NAME", "SIZE", "KEYS", "TRIGGERS", "COPROCESS", "COMMAND"], profiles.Select(Row));
        });
        return verb;
    }

    private static Command Show()
    {
        var name = new Argument<string>("profile") { Description = "A profile's name or guid, or `default`.", CompletionSources = { Completion.Profiles } };
        var json = SharedOptions.JsonOption();
        var verb = new Command("show", "Print the properties of a profile, by iTerm2's names.") { name, json };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var wanted = arguments.GetValue(name)!;
            var profiles = await connection.App.ListProfilesAsync(cancel: cancel);
            var preferred = await connection.App.GetDefaultProfileAsync(cancel);
            var found = profiles.FirstOrDefault(profile => ProfileJson.Text(profile, "Name") == wanted || ProfileJson.Text(profile, "Guid") == wanted)
                ?? (wanted == "default" ? profiles.FirstOrDefault(profile => ProfileJson.Text(profile, "Guid") == preferred) : null)
                ?? throw new FormatException($"there is no profile {wanted}; `actorterm profile ls` lists them");
            if (arguments.GetValue(json)) Json.Write(ProfilePropertiesJson.Of(found));
            else Table.Write(["PROPERTY", "VALUE"], found.Select(property => (IReadOnlyList<string>)[property.Key, Text(property.Value)]));
        });
        return verb;
    }

    private static IReadOnlyList<string> Row(ProfileJson profile) =>
    [
        profile.Name + (profile.Default ? "*" : ""),
        $"{Number(profile.Columns)}x{Number(profile.Rows)}",
        Number(profile.Keys),
        Number(profile.Triggers),
        profile.Coprocess ?? "",
        profile.Command,
    ];

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
