namespace ActorTerm.Pty;

/// <summary>The job a person would say is running on the terminal now.</summary>
/// <param name="Pid">Its process: the deepest descendant of the foreground group's leader that is in that group.</param>
/// <param name="Name">The kernel's name for it, at most 15 bytes (proc_pid_comm(5)), such as <c>vim</c>.</param>
/// <param name="ProcessTitle">Its argv[0], which programs may rewrite, such as <c>-bash</c>; the name when it has none.</param>
/// <param name="CommandLine">All its arguments joined by spaces; the name when it has none.</param>
/// <param name="WorkingDirectory">Where it is now; null when that may not be read.</param>
/// <param name="DeepestJob">The name of the deepest descendant, also when that one left the foreground group or the terminal.</param>
/// <param name="Ancestors">
/// The lower-cased argv[0] of the deepest job and of each of its ancestors up to the session's program, deepest first.
/// </param>
public sealed record ForegroundJob(
    int Pid,
    string Name,
    string ProcessTitle,
    string CommandLine,
    string? WorkingDirectory,
    string DeepestJob,
    IReadOnlyList<string> Ancestors);
