using ActorTerm.Benchmarks.Kernel;
using ActorTerm.Pty;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Root;
using ActorTerm.Runtime.Sessions;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Benchmarks.Sessions;

/// <summary>A host's runtime without an edge: everything a session has, asked for by messages.</summary>
internal sealed class SessionBench : IDisposable
{
    private readonly LinuxPtyHost _ptys = new();
    private readonly RuntimeSystem _runtime;

    /// <param name="frameInterval">Default: none. Screen events come at once, so that an echo is heard of when it is there.</param>
    public SessionBench(TimeSpan frameInterval = default)
    {
        var settings = new RuntimeSettings { Sessions = new() { FrameInterval = frameInterval } };
        _runtime = RuntimeSystem.Start(settings, _ptys, "akka { loglevel = OFF, loggers = [], log-dead-letters = off }");
    }

    public IActorRef Workspace => _runtime.Workspace;

    public IActorRef Connections => _runtime.Connections;

    /// <summary>A session in a tab of its own, of 80 by 25.</summary>
    public static CreateTab Create(params IReadOnlyList<string> command) =>
        new(null, null, Select: true, new SessionsProtocol.SessionStart(Argv: command, Columns: 80, Rows: 25));

    /// <summary>Starts an actor that is told of sessions.</summary>
    public IActorRef Start(Func<ActorBase> make) => _runtime.System.ActorOf(Make<ActorBase>.Of(make));

    public void End(IActorRef actor) => _runtime.System.Stop(actor);

    public T Ask<T>(object message) => Workspace.Ask<T>(message, TimeSpan.FromMinutes(1)).GetAwaiter().GetResult();

    public T Ask<T>(SessionId session, object message) => Ask<T>(new ToSession(SessionTarget.Of(session), message));

    public void Close(params IEnumerable<SessionId> sessions) => Ask<Closed>(new CloseSessions([.. sessions.Select(id => (SessionId?)id)]));

    public void Dispose()
    {
        _runtime.Stop().GetAwaiter().GetResult();
        _ptys.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
