using ActorTerm.Protocol.Host;

namespace ActorTerm.Client;

/// <summary>What a trigger would do on some lines.</summary>
/// <param name="Lines">How many were looked at.</param>
/// <param name="TimedOut">At so many of them its pattern ran out of time.</param>
public sealed record TriggerTest(IReadOnlyList<TriggerMatch> Matches, long Lines, long TimedOut)
{
    internal static TriggerTest Of(TestTriggerResponse wire) => new([.. wire.Matches.Select(TriggerMatch.Of)], wire.Lines, wire.TimedOut);
}

/// <param name="Line">Absolute number of the line in a session, or its place among those given, from 0.</param>
/// <param name="Captures">The whole match, then its groups; empty for one that took no part.</param>
/// <param name="Parameter">As it would be; null when there is none, or it is an expression.</param>
public sealed record TriggerMatch(long Line, string Text, IReadOnlyList<string> Captures, string? Parameter)
{
    internal static TriggerMatch Of(Protocol.Host.TriggerMatch wire) => new(wire.Line, wire.Text, [.. wire.Captures], wire.HasParameter ? wire.Parameter : null);
}

/// <summary>A line that a Capture Output trigger recorded.</summary>
/// <param name="Trigger">Its name, or what it is.</param>
public sealed record CapturedOutput(DateTimeOffset Time, string Trigger, TriggerMatch Match)
{
    internal static CapturedOutput Of(Protocol.Host.CapturedOutput wire) =>
        new(DateTimeOffset.FromUnixTimeMilliseconds(wire.TimeMs), wire.Trigger, TriggerMatch.Of(wire.Match));
}
