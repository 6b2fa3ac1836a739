using ActorTerm.Language;
using ActorTerm.Runtime.Variables;

namespace ActorTerm.Runtime.Triggers;

public static partial class TriggersProtocol
{
    /// <summary>One match of a pattern, or one occurrence of an event.</summary>
    /// <param name="Line">Absolute number of the row where the text began.</param>
    /// <param name="Input">The whole line; empty for an event.</param>
    /// <param name="Captures">The whole match, then its groups; empty for a group that took no part.</param>
    /// <param name="Ranges">Where they stand in <paramref name="Input"/>, in UTF-16 units; (-1, 0) for one that took no part; none for an event.</param>
    public sealed record TriggerMatch(long Line, string Input, IReadOnlyList<string> Captures, IReadOnlyList<(int Start, int Length)> Ranges)
    {
        /// <summary>What an invocation sees besides the session's variables (docs/triggers.md).</summary>
        public VariablesProtocol.ScopeFrame Frame()
        {
            var captures = Value.Array(Captures.Select(Value.Of));
            return new VariablesProtocol.ScopeFrame(
                new KeyValuePair<string, Value>("matches", captures),
                new KeyValuePair<string, Value>("line", Value.Of(Line)),
                new KeyValuePair<string, Value>("trigger.captured_strings", captures),
                new KeyValuePair<string, Value>(
                    "trigger.captured_ranges", Value.Array(Ranges.Select(range => Value.Array([Value.Of((long)range.Start), Value.Of((long)range.Length)])))),
                new KeyValuePair<string, Value>("trigger.input", Value.Of(Input)),
                new KeyValuePair<string, Value>("trigger.line_number", Value.Of(Line)));
        }
    }

    /// <summary>A trigger fired: its effect is to be had.</summary>
    public sealed record Fired(TriggerEntry Entry, TriggerMatch Match);

    /// <summary>What a trigger did in one session.</summary>
    /// <param name="Looked">How often its pattern was tried: lines that lack what it needs are not.</param>
    /// <param name="FiredTimes">Matches and events that had their effect.</param>
    /// <param name="Dropped">Calls, and changes of its variable, that the limits did not let through.</param>
    /// <param name="TimedOut">Lines that its pattern ran out of time at.</param>
    /// <param name="Microseconds">How long its pattern took: how often below 1, 2, 4 ... microseconds; the last counts all that took longer.</param>
    public sealed record TriggerStatistics(long Looked, long FiredTimes, long Dropped, long TimedOut, IReadOnlyList<long> Microseconds);
}
