using System.Text.RegularExpressions;
using ActorTerm.Hocon;
using ActorTerm.Language;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Profiles;
using ActorTerm.Runtime.Triggers;

namespace ActorTerm.Host.Profiles;

/// <summary>
/// Reads <c>actorterm.profiles</c>: fields of our own become properties by iTerm2's names, so that scripts find them where they look.
/// docs/profiles.md explains the fields.
/// </summary>
internal sealed partial class ProfileReader(TriggersProtocol.TriggerReader triggers, ICollection<HoconException> problems)
{
    private const int MaxCells = 4096;
    private const int MaxLines = int.MaxValue;

    public IReadOnlyList<ProfilesProtocol.ProfileSource> Read(HoconObject profiles)
    {
        var read = new List<ProfilesProtocol.ProfileSource>();
        foreach (var field in profiles)
        {
            if (field.Value is HoconObject fields) read.Add(Read(field.Key, fields));
            else if (field.Value is not HoconNull) problems.Add(new HoconException(field.Value.Origin, $"expected an object for profile {field.Key}, found {field.Value.Kind}"));
        }

        return read;
    }

    private ProfilesProtocol.ProfileSource Read(string name, HoconObject fields)
    {
        var what = $"profile {name}";
        var reader = new FieldReader(fields, what, problems);
        var properties = new Dictionary<string, Value>(StringComparer.Ordinal);
        ReadProperties(reader, name, properties);
        ReadProgram(reader, properties);
        ReadTerminal(reader, what, properties);
        if (reader.List("keys") is { } keys) properties[KeysProtocol.KeyboardMap] = KeyListReader.Read(keys, what, problems);
        if (reader.List("triggers") is { } list) properties["Triggers"] = ReadTriggers(list, what);
        if (ReadCoprocess(reader, what) is { } coprocess) properties[ProfilesProtocol.CoprocessKey] = coprocess;
        reader.Finish();
        return new ProfilesProtocol.ProfileSource(name, [.. properties]);
    }

    /// <summary>Properties by iTerm2's own names; the fields beside them beat them.</summary>
    private void ReadProperties(FieldReader reader, string name, Dictionary<string, Value> properties)
    {
        foreach (var field in reader.Object("properties") ?? new HoconObject([], reader.Origin))
        {
            var given = KeyValuePair.Create(field.Key, HoconJson.Of(field.Value));
            var problem = field.Key switch
            {
                "Name" or "Guid" => $"profile property \"{field.Key}\" follows from what the profile is called here",
                "Triggers" => triggers.Read(given.Value, interpolates: false).Errors.Select(error => $"profile property \"Triggers\"{error}").FirstOrDefault(),
                _ => null,
            };
            problem ??= new ProfilesProtocol.ProfileSource(name, [given]).Problem;
            if (problem is not null) problems.Add(new HoconException(field.Value.Origin, problem));
            else properties[field.Key] = given.Value;
        }
    }

    private void ReadProgram(FieldReader reader, Dictionary<string, Value> properties)
    {
        var command = reader.Any("command") switch
        {
            null => null,
            HoconScalar line => line.Text,
            HoconArray words when words.All(word => word is HoconScalar) => string.Join(' ', words.Select(word => Quote(((HoconScalar)word).Text))),
            var other => reader.Complain<string>(other, $"expected a command line or a list of words for 'command', found {other.Kind}"),
        };
        if (command is not null)
        {
            properties["Custom Command"] = Value.Of(command.Length > 0 ? "Yes" : "No");
            properties["Command"] = Value.Of(command);
        }

        if (reader.Text("directory") is { } directory)
        {
            properties["Custom Directory"] = Value.Of("Yes");
            properties["Working Directory"] = Value.Of(directory);
        }

        if (reader.Object("environment") is { } environment)
        {
            foreach (var field in environment)
            {
                if (field.Value is not HoconScalar || field.Key.Length == 0 || field.Key.Contains('=', StringComparison.Ordinal))
                    problems.Add(new HoconException(field.Value.Origin, $"expected a text, or null to take the variable away, for environment variable '{field.Key}', found {field.Value.Kind}"));
            }

            properties[ProfilesProtocol.EnvironmentKey] = Value.Object(environment.Where(field => field.Value is HoconScalar)
                .Select(field => KeyValuePair.Create(field.Key, field.Value is HoconScalar text and not HoconNull ? Value.Of(text.Text) : Value.Null)));
        }

        if (reader.Text("title") is { } title) properties[ProfilesProtocol.TitleKey] = Value.Of(title);
        if (reader.Text("badge") is { } badge) properties["Badge Text"] = Value.Of(badge);
    }

    private void ReadTerminal(FieldReader reader, string what, Dictionary<string, Value> properties)
    {
        if (reader.Any("size") is { } size) ReadSize(reader, size, what, properties);
        if (reader.Number("scrollback", 0, MaxLines) is { } lines) properties["Scrollback Lines"] = Value.Of((long)lines);
        if (reader.Text("term") is { } term) properties["Terminal Type"] = Value.Of(term);
    }

    private void ReadSize(FieldReader reader, HoconValue size, string what, Dictionary<string, Value> properties)
    {
        int? columns = null, rows = null;
        if (size is HoconObject sides)
        {
            var fields = new FieldReader(sides, $"size of {what}", problems);
            (columns, rows) = (fields.Number("columns", 1, MaxCells), fields.Number("rows", 1, MaxCells));
            fields.Finish();
        }
        else if (size is HoconScalar text && SizeText().Match(text.Text) is { Success: true } match)
        {
            columns = reader.ToNumber(new HoconNumber(match.Groups["columns"].Value, size.Origin), $"columns of {what}", 1, MaxCells);
            rows = reader.ToNumber(new HoconNumber(match.Groups["rows"].Value, size.Origin), $"rows of {what}", 1, MaxCells);
        }
        else
        {
            reader.Complain(size, $"expected a size as 120x40 or {{ columns = 120, rows = 40 }} for 'size' of {what}, found {size}");
        }

        if (columns is { } width) properties["Columns"] = Value.Of((long)width);
        if (rows is { } height) properties["Rows"] = Value.Of((long)height);
    }

    private Value ReadTriggers(HoconArray list, string what)
    {
        var json = HoconJson.Of(list);
        foreach (var entry in triggers.Read(json, interpolates: false).Entries)
        {
            if (entry.Error is { } error)
                problems.Add(new HoconException(list[entry.Number - 1].Origin, $"trigger {entry.Number} of {what}: {error}"));
        }

        return json;
    }

    private Value? ReadCoprocess(FieldReader reader, string what)
    {
        switch (reader.Any("coprocess"))
        {
            case null:
                return null;
            case HoconScalar line:
                return Value.Object([new("command", Value.Of(line.Text))]);
            case HoconObject fields:
                var options = new FieldReader(fields, $"coprocess of {what}", problems);
                var members = new List<KeyValuePair<string, Value>>();
                if (options.Text("command") is { } command) members.Add(new("command", Value.Of(command)));
                else reader.Complain(fields, $"the coprocess of {what} has no 'command'");
                foreach (var flag in (string[])["mute", "lockInput", "answerQueries"])
                {
                    if (options.Flag(flag) is { } on) members.Add(new(flag, Value.Of(on)));
                }

                if (options.Word("newline", "raw", "cr") is { } newline) members.Add(new("newline", Value.Of(newline)));
                if (options.Word("onStdinFull", "block", "kill", "unbounded") is { } full) members.Add(new("onStdinFull", Value.Of(full)));
                options.Finish();
                return Value.Object(members);
            case var other:
                reader.Complain(other, $"expected a command or an object for 'coprocess' of {what}, found {other.Kind}");
                return null;
        }
    }

    /// <summary>One word, as a command line has to have it.</summary>
    private static string Quote(string word) => "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    [GeneratedRegex(@"\A(?<columns>[0-9]{1,5})x(?<rows>[0-9]{1,5})\z", RegexOptions.CultureInvariant)]
    private static partial Regex SizeText();
}
