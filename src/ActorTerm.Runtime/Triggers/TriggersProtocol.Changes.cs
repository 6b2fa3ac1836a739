using System.Text.Json;
using ActorTerm.Language;

namespace ActorTerm.Runtime.Triggers;

public static partial class TriggersProtocol
{
    /// <summary>What a request makes of a list, alike for sessions and profiles.</summary>
    /// <param name="request"><see cref="AddTrigger"/>, <see cref="EnableTrigger"/> or <see cref="RemoveTrigger"/>.</param>
    /// <param name="interpolates">See <see cref="TriggerReader.Read"/>.</param>
    /// <param name="refusal">Why nothing is to be changed.</param>
    /// <returns>The new array; null when nothing is to be changed.</returns>
    public static Value? Change(this TriggerList list, object request, TriggerReader reader, bool interpolates, out string refusal)
    {
        refusal = "";
        switch (request)
        {
            case AddTrigger m when reader.ReadOne(m.Trigger, interpolates, out refusal) is { } added:
                if (list.Entries.Count < reader.Settings.MaxTriggers) return list.With(added.Stored);
                refusal = $"there are {list.Entries.Count} triggers, as many as actorterm.triggers.max-triggers allows";
                return null;
            case EnableTrigger m when Find(m.Which, out refusal) is { } entry:
                if (!m.Enable || entry.Error is null) return list.With(entry, entry.Stored.Disabled(!m.Enable));
                refusal = $"trigger {entry.Label} cannot be enabled: {entry.Error}";
                return null;
            case RemoveTrigger m when Find(m.Which, out refusal) is { } entry:
                return list.Without(entry);
            default:
                return null;
        }

        TriggerEntry? Find(string which, out string problem)
        {
            var entry = list.Find(which);
            problem = entry is null ? $"there is no trigger {which} here, or several of that name; there are {list.Entries.Count}" : "";
            return entry;
        }
    }

    /// <summary>Reads one trigger that somebody gives now.</summary>
    /// <param name="refusal">Why it is none, or what is wrong with it.</param>
    public static TriggerEntry? ReadOne(this TriggerReader reader, Value trigger, bool interpolates, out string refusal)
    {
        var entry = trigger.Kind == JsonValueKind.Object ? reader.Read(Value.Array([trigger]), interpolates).Entries[0] : null;
        refusal = entry is null ? "a trigger is an object" : entry.Error ?? "";
        return refusal.Length == 0 ? entry : null;
    }

    /// <summary>Tries one trigger on lines.</summary>
    /// <param name="screen">Its lines, when none are given.</param>
    /// <param name="refusal">Why it cannot be tried.</param>
    public static TriggerTested? Try(this TriggerReader reader, TestTrigger m, bool interpolates, Terminal.Screens.Screen? screen, out string refusal)
    {
        if (reader.ReadOne(m.Trigger, interpolates, out refusal) is not { } entry || !TriggerTest.Takes(entry, out refusal)) return null;

        var test = new TriggerTest(entry, reader.Settings);
        if (m.Lines is null && screen is not null) test.Look(screen);
        for (var i = 0; i < m.Lines?.Count; i++) test.Look(i, m.Lines[i]);
        return test.Result;
    }
}
