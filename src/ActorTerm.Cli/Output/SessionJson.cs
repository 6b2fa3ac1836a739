using ActorTerm.Client;

namespace ActorTerm.Cli.Output;

/// <summary>A session as programs read it: <c>actorterm ls --json</c>, docs/cli-json.md.</summary>
internal sealed record SessionJson(
    string Id,
    string Name,
    string Title,
    IReadOnlyList<string> Command,
    int? Pid,
    string State,
    int? ExitCode,
    string? Signal,
    int Columns,
    int Rows,
    DateTimeOffset CreatedAt,
    DateTimeOffset? EndedAt,
    string WindowId,
    string TabId,
    int Viewers,
    string? Coprocess,
    string Host,
    bool Active,
    string? Job,
    string? Cwd,
    string? Tty,
    int Generation)
{
    public static SessionJson Of(SessionInfo session) => new(
        session.Id, session.Name, session.Title, session.Command, session.Pid, session.IsRunning ? "running" : "ended",
        session.End?.ExitCode, session.End?.Signal, session.Columns, session.Rows, session.CreatedAt, session.EndedAt, session.WindowId,
        session.TabId, session.Viewers, session.Coprocess, session.Host, session.IsActive, session.Job, session.WorkingDirectory, session.Tty,
        session.Generation);
}
