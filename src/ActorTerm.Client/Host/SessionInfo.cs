namespace ActorTerm.Client;

/// <summary>A session as the host lists it.</summary>
/// <param name="Title">As displayed.</param>
/// <param name="Command">The program and its arguments.</param>
/// <param name="Pid">Of that program; kept after its end.</param>
/// <param name="End">Null while it runs.</param>
/// <param name="Viewers">How many are attached.</param>
/// <param name="Coprocess">Command line of the running coprocess.</param>
/// <param name="Host">Id of the host it is on.</param>
/// <param name="IsActive">It is the one that <see cref="Session.Active"/> means.</param>
/// <param name="Job">Name of the job in the foreground, where the host knows it; likewise <paramref name="WorkingDirectory"/>.</param>
/// <param name="Generation">How often it was restarted.</param>
public sealed record SessionInfo(
    string Id,
    string Name,
    string Title,
    IReadOnlyList<string> Command,
    int? Pid,
    SessionEnd? End,
    int Columns,
    int Rows,
    DateTimeOffset CreatedAt,
    DateTimeOffset? EndedAt,
    string WindowId,
    string TabId,
    int Viewers,
    string? Coprocess,
    string Host,
    bool IsActive,
    string? Job,
    string? WorkingDirectory,
    string? Tty,
    int Generation)
{
    public bool IsRunning => End is null;

    internal static SessionInfo Of(Protocol.Host.SessionInfo session) => new(
        session.Id,
        session.Name,
        session.Title,
        [.. session.Command],
        session.HasPid ? session.Pid : null,
        session.State == Protocol.Host.SessionInfo.Types.State.Ended
            ? SessionEnd.Of(session.HasExitCode, session.ExitCode, session.HasSignal, session.Signal) ?? new SessionEnd(null, null)
            : null,
        session.Columns,
        session.Rows,
        DateTimeOffset.FromUnixTimeMilliseconds(session.CreatedAtMs),
        session.HasEndedAtMs ? DateTimeOffset.FromUnixTimeMilliseconds(session.EndedAtMs) : null,
        session.WindowId,
        session.TabId,
        session.Viewers,
        session.HasCoprocess ? session.Coprocess : null,
        session.Host,
        session.Active,
        session.HasJob ? session.Job : null,
        session.HasCwd ? session.Cwd : null,
        session.HasTty ? session.Tty : null,
        session.Generation);
}
