namespace ActorTerm.Client;

/// <summary>How a program ended: by itself with a code, or by a signal.</summary>
/// <param name="Signal">Such as <c>SIGKILL</c>.</param>
public sealed record SessionEnd(int? ExitCode, string? Signal)
{
    /// <summary><c>exit 3</c> or <c>SIGKILL</c>.</summary>
    public override string ToString() => Signal ?? (ExitCode is { } code ? $"exit {code}" : "ended");

    internal static SessionEnd? Of(bool hasExitCode, int exitCode, bool hasSignal, string signal) =>
        hasExitCode || hasSignal ? new SessionEnd(hasExitCode ? exitCode : null, hasSignal ? signal : null) : null;
}
