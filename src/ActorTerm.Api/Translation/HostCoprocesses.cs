using ActorTerm.Protocol.Host;
using ActorTerm.Runtime.Identities;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;
using Core = ActorTerm.Runtime.Coprocesses.CoprocessesProtocol;
using WireNewline = ActorTerm.Protocol.Host.CoprocessNewline;
using WireStdinFull = ActorTerm.Protocol.Host.StdinFull;

namespace ActorTerm.Api.Translation;

/// <summary>The host's requests about coprocesses.</summary>
internal static class HostCoprocesses
{
    public static object Start(long id, StartCoprocessRequest m)
    {
        if (!SessionTarget.TryParse(m.Session, out var target)) return HostSessions.NoSession(id, m.Session);

        Core.CoprocessCommand command = m.HasCommandLine
            ? new Core.CoprocessCommand.Shell(m.CommandLine)
            : new Core.CoprocessCommand.Program([.. m.Argv]);
        var options = new Core.CoprocessOptions(
            m.Mute,
            m.LockInput,
            m.Newline == WireNewline.Cr ? Core.CoprocessNewline.Cr : Core.CoprocessNewline.Raw,
            m.OnStdinFull switch
            {
                WireStdinFull.Kill => Core.StdinFull.Kill,
                WireStdinFull.Unbounded => Core.StdinFull.Unbounded,
                _ => Core.StdinFull.Block,
            },
            m.AnswerQueries);
        var source = m.Source == "cli" ? Core.CoprocessSource.Cli : Core.CoprocessSource.Api;
        return HostRequests.Ask(id, Part.Workspace, new ToSession(target, new Core.StartCoprocess(command, options, source)), reply => reply switch
        {
            Core.StartAnswer.Started started => new HostResponse { StartCoprocess = new() { Coprocess = ToWire(started.Info) } },
            Core.StartAnswer.AlreadyRunning other =>
                HostRequests.Error(HostError.Types.Code.Conflict, $"alreadyRunning: the session has a coprocess, {other.Command}; nothing was done"),
            Core.StartAnswer.Blank => HostRequests.Error(HostError.Types.Code.BadRequest, "blank: a coprocess needs a command"),
            Core.StartAnswer.SpawnFailed failed => HostRequests.Error(HostError.Types.Code.Failed, $"spawnFailed: {failed.Text}"),
            Core.StartAnswer.SessionEnded => HostRequests.Error(HostError.Types.Code.Conflict, "the session's program has ended"),
            _ => null,
        });
    }

    public static object Stop(long id, StopCoprocessRequest m) => SessionTarget.TryParse(m.Session, out var target)
        ? HostRequests.Ask(id, Part.Workspace, new ToSession(target, Core.StopCoprocess.Instance), reply =>
            reply is Core.Stopped stopped ? new HostResponse { StopCoprocess = new() { Stopped = stopped.WasRunning } } : null)
        : HostSessions.NoSession(id, m.Session);

    public static object Get(long id, GetCoprocessRequest m) => SessionTarget.TryParse(m.Session, out var target)
        ? HostRequests.Ask(id, Part.Workspace, new ToSession(target, Core.GetCoprocess.Instance), reply =>
        {
            if (reply is not Core.CoprocessStatus status) return null;

            var response = new GetCoprocessResponse();
            if (status.Running is { } running) response.Coprocess = ToWire(running);
            return new HostResponse { GetCoprocess = response };
        })
        : HostSessions.NoSession(id, m.Session);

    private static CoprocessInfo ToWire(Core.CoprocessInfo info) => new()
    {
        Command = info.Command,
        Pid = info.Pid,
        Mute = info.Options.Mute,
        LockInput = info.Options.LockInput,
        Newline = info.Options.Newline == Core.CoprocessNewline.Cr ? WireNewline.Cr : WireNewline.Raw,
        OnStdinFull = info.Options.OnStdinFull switch
        {
            Core.StdinFull.Kill => WireStdinFull.Kill,
            Core.StdinFull.Unbounded => WireStdinFull.Unbounded,
            _ => WireStdinFull.Block,
        },
        AnswerQueries = info.Options.AnswerQueries,
        Source = info.Source.ToString().ToLowerInvariant(),
        StartedAtMs = info.StartedAt.ToUnixTimeMilliseconds(),
    };
}
