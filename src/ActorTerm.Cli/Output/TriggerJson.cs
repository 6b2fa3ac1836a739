using System.Text.Json;
using ActorTerm.Client;

namespace ActorTerm.Cli.Output;

/// <summary>A trigger: <c>actorterm trigger ls --json</c>.</summary>
/// <param name="Trigger">The object as it is stored.</param>
internal sealed record TriggerJson(
    int Number, string? Name, string Action, string On, string? Parameter, bool Enabled, bool Instant, bool Stopped, string? Error, string? Note, long Looked, long Fired,
    long Dropped, long TimedOut, JsonElement Trigger)
{
    public static TriggerJson Of(TriggerInfo trigger) => new(
        trigger.Number, trigger.Name, trigger.Action, trigger.On, trigger.Parameter, trigger.IsEnabled, trigger.IsInstant, trigger.IsStopped, trigger.Error, trigger.Note,
        trigger.Looked, trigger.Fired, trigger.Dropped, trigger.TimedOut, JsonElement.Parse(trigger.Json));
}

/// <summary>What a trigger would do: <c>actorterm trigger test --json</c>.</summary>
internal sealed record TriggerTestJson(IReadOnlyList<TriggerMatch> Matches, long Lines, long TimedOut)
{
    public static TriggerTestJson Of(TriggerTest test) => new(test.Matches, test.Lines, test.TimedOut);
}

/// <summary>A line that was recorded: <c>actorterm trigger captured --json</c>.</summary>
internal sealed record CapturedOutputJson(DateTimeOffset Time, string Trigger, long Line, string Text, IReadOnlyList<string> Captures)
{
    public static CapturedOutputJson Of(CapturedOutput captured) => new(captured.Time, captured.Trigger, captured.Match.Line, captured.Match.Text, captured.Match.Captures);
}

/// <summary>A profile that was taken in: <c>actorterm profile import --json</c>.</summary>
internal sealed record ImportedProfileJson(
    string Name, string Guid, IReadOnlyList<TriggerJson> Triggers, string? Command, string? InitialText, int KeyBindings, IReadOnlyList<KeyJson> Keys)
{
    public static ImportedProfileJson Of(ImportedProfile profile) =>
        new(profile.Name, profile.Guid, [.. profile.Triggers.Select(TriggerJson.Of)], profile.Command, profile.InitialText, profile.KeyBindings, [.. profile.Keys.Select(KeyJson.Of)]);
}
