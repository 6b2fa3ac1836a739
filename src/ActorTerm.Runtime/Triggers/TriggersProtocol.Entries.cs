using System.Globalization;
using ActorTerm.Language;
using ActorTerm.Runtime.Triggers.Patterns;

namespace ActorTerm.Runtime.Triggers;

public static partial class TriggersProtocol
{
    /// <summary>One trigger of a list, read. It works only without <see cref="Error"/>.</summary>
    public sealed class TriggerEntry
    {
        internal TriggerEntry(int number, StoredTrigger stored, CompiledTrigger? compiled, string? error, string? note)
        {
            Number = number;
            Stored = stored;
            Compiled = compiled;
            Error = error;
            Note = note;
        }

        /// <summary>Its place in the list, from 1.</summary>
        public int Number { get; }

        public StoredTrigger Stored { get; }

        /// <summary>Which field is wrong, and where; null when none is.</summary>
        public string? Error { get; }

        /// <summary>Why it has no effect here, though nothing is wrong with it; null when it has one.</summary>
        public string? Note { get; }

        public TriggerEffect Effect => Compiled?.Action.Effect ?? TriggerEffect.None;

        /// <summary>The type of its action; as it was written when there is none of that name.</summary>
        public string Action => Compiled?.Action.Type ?? Stored.Action;

        /// <summary>For people: its name, or what it is and for what.</summary>
        public string Label => Stored.Name ?? string.Create(CultureInfo.InvariantCulture, $"{Number} ({Action} on {On})");

        /// <summary>Its pattern, or the event it waits for.</summary>
        public string On => Compiled?.Event?.Kind.ToString() ?? Stored.Regex;

        /// <summary>It is looked at.</summary>
        public bool IsOn => Compiled is not null && !Stored.IsDisabled;

        internal CompiledTrigger? Compiled { get; }

        /// <summary>What the parameter says with these captures put in; as it is written when it is an expression.</summary>
        public string Parameter(TriggerMatch match) => Compiled?.Template?.Fill(match.Captures) ?? Stored.Parameter ?? "";

        /// <summary>The interpolated string that its parameter is; null when it is plain text.</summary>
        public InterpolatedString? Interpolation => Compiled?.Interpolation;
    }

    /// <summary>The triggers of a profile or session, in their order. Immutable; sessions with the same triggers share it.</summary>
    public sealed class TriggerList
    {
        internal TriggerList(Value json, IReadOnlyList<TriggerEntry> entries)
        {
            Json = json;
            Entries = entries;
        }

        public static TriggerList Empty { get; } = new(Value.Array([]), []);

        /// <summary>The array as it was given.</summary>
        public Value Json { get; }

        public IReadOnlyList<TriggerEntry> Entries { get; }

        /// <summary>What is wrong: <c>[2].regex: unmatched ( at 3</c>, places counted from 0 as in the text they came from.</summary>
        public IEnumerable<string> Errors => Entries.Where(entry => entry.Error is not null).Select(entry => $"[{entry.Number - 1}].{entry.Error}");

        /// <summary>What is right, not disabled, and has no effect here; likewise.</summary>
        public IEnumerable<string> Notes => Entries.Where(entry => entry.Note is not null && !entry.Stored.IsDisabled).Select(entry => $"[{entry.Number - 1}].{entry.Note}");

        /// <summary>By number from 1, or by name if only one has it.</summary>
        public TriggerEntry? Find(string which)
        {
            if (int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number >= 1 && number <= Entries.Count ? Entries[number - 1] : null;

            var named = Entries.Where(entry => entry.Stored.Name == which).Take(2).ToList();
            return named.Count == 1 ? named[0] : null;
        }

        /// <summary>The array with one more at its end.</summary>
        public Value With(StoredTrigger added) => Value.Array([.. Stored, added.Json]);

        /// <summary>The array without one.</summary>
        public Value Without(TriggerEntry removed) => Value.Array(Entries.Where(entry => entry != removed).Select(entry => entry.Stored.Json));

        /// <summary>The array with another in the place of one.</summary>
        public Value With(TriggerEntry changed, StoredTrigger stored) => Value.Array(Entries.Select(entry => (entry == changed ? stored : entry.Stored).Json));

        /// <summary>For all that are on.</summary>
        internal LinePrefilter Prefilter => field ??= new LinePrefilter([.. Entries.Where(entry => entry.IsOn).Select(entry => entry.Compiled!.Pattern).OfType<CompiledPattern>()]);

        private IEnumerable<Value> Stored => Entries.Select(entry => entry.Stored.Json);
    }
}
