using ActorTerm.Client;

namespace ActorTerm.Cli.Output;

/// <summary>A session's coprocess as programs read it: <c>actorterm coprocess status --json</c>, docs/cli-json.md.</summary>
internal sealed record CoprocessJson(
    string Session,
    bool Running,
    string? Command,
    int? Pid,
    bool? Mute,
    bool? LockInput,
    string? Newline,
    string? OnStdinFull,
    bool? AnswerQueries,
    string? Source,
    DateTimeOffset? StartedAt)
{
    public static CoprocessJson Of(string session, Coprocess? running) => new(
        session, running is not null, running?.Command, running?.Pid, running?.Options.Mute, running?.Options.LockInput,
        running?.Options.Newline.ToString().ToLowerInvariant(), running?.Options.OnStdinFull.ToString().ToLowerInvariant(),
        running?.Options.AnswerQueries, running?.Source, running?.StartedAt);
}
