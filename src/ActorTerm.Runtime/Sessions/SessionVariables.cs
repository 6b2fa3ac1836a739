using System.Globalization;
using ActorTerm.Language;
using ActorTerm.Pty;
using ActorTerm.Runtime.Coprocesses;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Profiles;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Sessions;

/// <summary>What happens in a session, as the variables scripts read (docs/variables.md lists them).</summary>
internal sealed class SessionVariables(ScopeOwner owner)
{
    // The same for all sessions, so they share the bytes.
    private static readonly Value HostName = Value.Of(Environment.MachineName);
    private static readonly Value UserName = Value.Of(Environment.UserName);
    private static readonly Value Linux = Value.Of("Linux");
    private static readonly Value Off = Value.Of(-1L);

    public ScopeOwner Owner { get; } = owner;

    /// <summary>What the shell last told of its directory; null when it never did. It may be another machine's.</summary>
    public string? ReportedDirectory { get; private set; }

    public string Text(string name) => Owner.Scope.Read(name).TryGetString(out var text) ? text : "";

    public void Begin(SessionId id, string termId, ProfilesProtocol.Profile profile, int columns, int rows, DateTimeOffset now)
    {
        Set("id", id.ToString());
        Set("termid", termId.Replace(':', '.'));
        Set("profileName", profile.Name);
        Set("creationTimeString", now.ToLocalTime().ToString("yyyyMMdd_HHmmss", CultureInfo.InvariantCulture));
        Set("autoLogId", Guid.NewGuid().ToString("N")[..8]);
        Owner.Set("mouseReportingMode", Off);
        Owner.Set("showingAlternateScreen", Value.Of(false));
        Owner.Set("applicationKeypad", Value.Of(false));
        Owner.Set("isBroadcastSource", Value.Of(false));
        Owner.Set("sshIntegrationLevel", Value.Of(0L));
        Size(columns, rows);
    }

    public void Launched(Launch launch)
    {
        Set("shell", Path.GetFileName(launch.Shell));
        Set("homeDirectory", launch.Home);
        Set("path", launch.Options.WorkingDirectory ?? "/");
        Owner.Set("hostname", HostName);
        Owner.Set("username", UserName);
        Owner.Set("uname", Linux);
        Set("commandLine", string.Join(' ', launch.Command));
        Owner.Set("isLocalhost", Value.Of(true));
    }

    public void Running(IPtyConnection pty)
    {
        Set("tty", pty.TtyName);
        var pid = Value.Of((long)pty.Pid);
        Owner.Set("pid", pid);
        Owner.Set("effective_root_pid", pid);
    }

    public void Ended()
    {
        foreach (var name in (string[])["pid", "effective_root_pid", "tty", "jobName", "jobPid", "processTitle", "deepestJob", "foregroundJobAncestors"])
            Owner.Set(name, Value.Null);
    }

    /// <summary>The coprocess that runs now; null: none.</summary>
    public void Coprocess(CoprocessesProtocol.CoprocessInfo? info)
    {
        SetOrUnset("coprocess.command", info?.Command);
        Owner.Set("coprocess.pid", info is null ? Value.Null : Value.Of((long)info.Pid));
        Owner.Set("coprocess.mute", info is null ? Value.Null : Value.Of(info.Options.Mute));
        SetOrUnset("coprocess.startedAt", info?.StartedAt.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
    }

    public void Size(int columns, int rows)
    {
        Owner.Set("columns", Value.Of((long)columns));
        Owner.Set("rows", Value.Of((long)rows));
    }

    /// <summary>The value as it would stand in an interpolated string; null when it is not set.</summary>
    public string? Display(string name) => Owner.Scope.Read(name) is { IsNull: false } value ? value.ToDisplayString() : null;

    public void Job(ForegroundJob? job)
    {
        SetOrUnset("jobName", job?.Name);
        Owner.Set("jobPid", job is null ? Value.Null : Value.Of((long)job.Pid));
        SetOrUnset("processTitle", job?.ProcessTitle);
        if (job is not null && job.DeepestJob == job.Name) Owner.Set("deepestJob", Owner.Scope.Read("jobName"));
        else SetOrUnset("deepestJob", job?.DeepestJob);
        SetOrUnset("foregroundJobAncestors", job is null ? null : string.Join('\n', job.Ancestors));
        if (job is not null) Set("commandLine", job.CommandLine);
        if (job?.WorkingDirectory is { } directory && ReportedDirectory is null) Set("path", directory);
    }

    /// <summary>The shell told its directory; from now on its word counts, not what /proc says of the job.</summary>
    public void Directory(string path, string? host, string? user)
    {
        ReportedDirectory = path;
        Set("path", path);
        if (host is { Length: > 0 }) Host(host);
        if (user is { Length: > 0 }) Set("username", user);
    }

    public void Remote(string? user, string host)
    {
        Host(host);
        if (user is { Length: > 0 }) Set("username", user);
    }

    public void Set(string name, string value) => Owner.Set(name, Value.Of(value));

    private void Host(string host)
    {
        Set("hostname", host);
        Owner.Set("isLocalhost", Value.Of(host is "localhost" || host.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase)));
    }

    private void SetOrUnset(string name, string? value) => Owner.Set(name, value is null ? Value.Null : Value.Of(value));
}
