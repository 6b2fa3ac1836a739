using ActorTerm.Protocol.Host;

namespace ActorTerm.Client;

/// <summary>One trigger of a session or profile: what it waits for, what it does then, and what it has done.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Action">The type of its action, as iTerm2 names it: <c>SendTextTrigger</c>.</param>
/// <param name="On">The pattern, or the name of the event it waits for.</param>
/// <param name="IsInstant">It also looks at lines that are not finished.</param>
/// <param name="Error">What is wrong with it, so that it cannot work.</param>
/// <param name="Note">Why it has no effect on this host, though nothing is wrong.</param>
/// <param name="IsStopped">Its pattern ran out of time too often in this session; enabling it turns it on again.</param>
/// <param name="Looked">How often its pattern was tried.</param>
/// <param name="Fired">How often it did something.</param>
/// <param name="Dropped">Calls that the limits did not let through.</param>
/// <param name="TimedOut">Lines its pattern ran out of time at.</param>
/// <param name="Json">The object as it is stored.</param>
public sealed record TriggerInfo(
    int Number, string? Name, string Action, string On, string? Parameter, bool IsEnabled, bool IsInstant, string? Error, string? Note, bool IsStopped,
    long Looked, long Fired, long Dropped, long TimedOut, string Json)
{
    internal static TriggerInfo Of(ListedTrigger wire) => new(
        wire.Number, wire.HasName ? wire.Name : null, wire.Action, wire.On, wire.HasParameter ? wire.Parameter : null, wire.Enabled, wire.Instant,
        wire.HasError ? wire.Error : null, wire.HasNote ? wire.Note : null, wire.Stopped, wire.Looked, wire.Fired, wire.Dropped, wire.TimedOut, wire.Json);
}
