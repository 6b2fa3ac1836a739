using ActorTerm.Language;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Benchmarks.Sessions;

/// <summary>A script inside this process: it answers every call at once, and the wire costs nothing.</summary>
internal sealed class LocalScript : IScriptLink
{
    private static readonly ScriptEvent Acknowledged = new Nothing();

    private readonly IActorRef _connection;

    private LocalScript(SessionBench host)
    {
        var opened = (Opened)host.Connections.Ask<object>(new Open(this, "local"), TimeSpan.FromMinutes(1)).GetAwaiter().GetResult();
        _connection = opened.Connection;
    }

    public long Calls => Interlocked.Read(ref _calls);

    private long _calls;

    /// <summary>Registers a function of one argument, <c>line</c>.</summary>
    public static LocalScript Register(SessionBench host, string name)
    {
        var script = new LocalScript(host);
        using var registered = new ManualResetEventSlim();
        script._connection.Tell(
            new RegisterFunction(name, ["line"], [], null, _ =>
            {
                registered.Set();
                return Acknowledged;
            }),
            ActorRefs.NoSender);
        registered.Wait();
        return script;
    }

    public bool TrySend(ScriptEvent e)
    {
        if (e is not CallRequested call) return true;

        Interlocked.Increment(ref _calls);
        _connection.Tell(new ScriptReturned(call.Call, Value.Null, Acknowledged), ActorRefs.NoSender);
        return true;
    }

    public void Close(string reason)
    {
    }

    private sealed record Nothing : ScriptEvent;
}
