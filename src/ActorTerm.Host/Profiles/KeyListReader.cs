using ActorTerm.Hocon;
using ActorTerm.Language;
using ActorTerm.Terminal.Keys;
using static ActorTerm.Runtime.Keys.KeysProtocol;

namespace ActorTerm.Host.Profiles;

/// <summary>
/// Reads key bindings, <c>{ key = h, modifiers = [control, shift], action = invoke-script-function, parameter = "f()" }</c> each, into a map as
/// iTerm2 stores it. docs/keys.md explains the fields.
/// </summary>
internal static class KeyListReader
{
    private const int NewestVersion = 2;
    private const int NoEscaping = 0;
    private const int VimEscaping = 3;
    private const int MostActions = 999;

    private static readonly string[] Escapings = ["none", "compatibility", "common", "vim", "vim-and-compatibility"];

    /// <summary>By number: <see cref="ApplyMode"/>.</summary>
    private static readonly string[] Places = ["this-session", "all-sessions", "unfocused-sessions", "window", "tab", "broadcast-group"];

    /// <param name="where">For complaints: <c>profile work</c>.</param>
    public static Value Read(HoconArray list, string where, ICollection<HoconException> problems)
    {
        var bindings = new Dictionary<string, (Value Action, KeyChord? Chord)>(StringComparer.Ordinal);
        foreach (var item in list)
        {
            if (item is not HoconObject fields)
            {
                problems.Add(new HoconException(item.Origin, $"expected an object with key and action in the keys of {where}, found {item.Kind}"));
                continue;
            }

            var reader = new FieldReader(fields, $"a key of {where}", problems);
            var key = ReadKey(reader, out var chord);
            var label = reader.Text("label");
            var action = ReadAction(reader, where, label, problems);
            reader.Finish();
            if (key is null || action is not { } known) continue;

            if (bindings.ContainsKey(key) || (chord is not null && bindings.Values.Any(other => other.Chord == chord)))
                problems.Add(new HoconException(fields.Origin, $"{chord?.ToString() ?? key} is bound twice in the keys of {where}"));
            else
                bindings.Add(key, (known, chord));
        }

        var map = Value.Object(bindings.Select(one => KeyValuePair.Create(one.Key, one.Value.Action)));
        if (!KeyMap.TryParse(map, out _, out var error)) problems.Add(new HoconException(list.Origin, $"the keys of {where}: {error}"));
        return map;
    }

    private static string? ReadKey(FieldReader reader, out KeyChord? chord)
    {
        chord = null;
        var modifiers = ReadModifiers(reader, out var leader);
        if (reader.Any("key") is not { } written)
        {
            if (reader.Text("key") is null) reader.Complain(new HoconNull(reader.Origin), "a key binding needs a 'key'");
            return null;
        }

        var text = reader.Text("key");
        if (text is null) return null;
        if (text.StartsWith("0x", StringComparison.Ordinal) || text is [':' or '*', _, ..])
        {
            if (KeyChord.TryParse(text, out chord, out var wrong)) return text;
            return reader.Complain<string>(written, wrong);
        }

        if (!KeyNames.TryParse(text, out var key, out var error)) return reader.Complain<string>(written, error);

        chord = KeyChord.Of(key.With(modifiers), leader);
        return chord.TryFormat(out var formatted) ? formatted : reader.Complain<string>(written, $"{chord} cannot be bound: a key map has no name for it");
    }

    private static KeyModifiers ReadModifiers(FieldReader reader, out bool leader)
    {
        leader = false;
        var modifiers = KeyModifiers.None;
        foreach (var one in reader.Any("modifiers") switch { null => [], HoconArray list => list.ToArray(), var single => [single] })
        {
            switch ((one as HoconScalar)?.Text.ToUpperInvariant())
            {
                case "SHIFT": modifiers |= KeyModifiers.Shift; break;
                case "CONTROL" or "CTRL": modifiers |= KeyModifiers.Control; break;
                case "ALT" or "OPTION": modifiers |= KeyModifiers.Alt; break;
                case "SUPER" or "COMMAND": modifiers |= KeyModifiers.Super; break;
                case "LEADER": leader = true; break;
                default: reader.Complain(one, $"expected shift, control, alt, super or leader among the modifiers of a key, found {one}"); break;
            }
        }

        return modifiers;
    }

    private static Value? ReadAction(FieldReader reader, string where, string? label, ICollection<HoconException> problems)
    {
        var number = ReadActionNumber(reader);
        var parameter = reader.Any("parameter");
        var escaping = reader.Word("escaping", Escapings);
        var apply = reader.Word("apply", Places);
        if (number is not { } action) return null;

        var text = parameter switch
        {
            null when action != KeyActions.Sequence => "",
            HoconArray steps when action == KeyActions.Sequence => ReadSteps(steps, where, problems),
            HoconScalar scalar when action != KeyActions.Sequence => scalar.Text,
            _ => null,
        };
        if (text is null)
        {
            reader.Complain(parameter ?? new HoconNull(reader.Origin), action == KeyActions.Sequence
                ? "the parameter of a sequence is a list of actions, each with action and parameter"
                : $"expected a text for 'parameter' of a key of {where}, found {parameter!.Kind}");
            return null;
        }

        var standard = action is KeyActions.SendVimText or KeyActions.SendVimTextHere ? VimEscaping : NoEscaping;
        var members = new List<KeyValuePair<string, Value>>
        {
            new("Action", Value.Of((long)action)),
            new("Text", Value.Of(text)),
            new("Version", Value.Of((long)NewestVersion)),
            new("Escaping", Value.Of((long)(escaping is null ? standard : Array.IndexOf(Escapings, escaping)))),
        };
        if (apply is not null) members.Add(new("Apply Mode", Value.Of((long)Array.IndexOf(Places, apply))));
        if (label is not null) members.Add(new("Label", Value.Of(label)));
        return Value.Object(members);
    }

    private static int? ReadActionNumber(FieldReader reader)
    {
        switch (reader.Any("action"))
        {
            case null:
                reader.Complain(new HoconNull(reader.Origin), "a key binding needs an 'action'");
                return null;
            case HoconNumber number:
                return reader.ToNumber(number, "the action of a key", 0, MostActions);
            case HoconScalar word when KeyActions.TryFind(word.Text, out var action):
                return action;
            case var other:
                var nearest = KeyActions.AllWords.MinBy(known => (Configuration.EditDistance.Between((other as HoconScalar)?.Text ?? "", known), known));
                reader.Complain(other, $"expected an action of a key, found {other}: the nearest is '{nearest}'");
                return null;
        }
    }

    private static string ReadSteps(HoconArray steps, string where, ICollection<HoconException> problems)
    {
        var read = new List<Value>();
        foreach (var step in steps)
        {
            if (step is not HoconObject fields)
            {
                problems.Add(new HoconException(step.Origin, $"expected an object with an action in a sequence, found {step.Kind}"));
                continue;
            }

            var reader = new FieldReader(fields, $"a step of a sequence of {where}", problems);
            if (ReadAction(reader, where, null, problems) is { } action) read.Add(action);
            reader.Finish();
        }

        return Value.Array(read).ToString();
    }
}
