using System.Collections.Concurrent;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Runtime.Tests.Connections;

/// <summary>The wire to a script, which keeps what came.</summary>
internal sealed class FakeLink : IScriptLink
{
    private readonly BlockingCollection<ScriptEvent> _sent = [];
    private volatile bool _full;

    public volatile string? Closed;

    /// <summary>The script does not read any more: nothing else fits.</summary>
    public void Fill() => _full = true;

    public bool TrySend(ScriptEvent e)
    {
        if (_full) return false;

        _sent.Add(e);
        return true;
    }

    public void Close(string reason) => Closed ??= reason;

    /// <summary>The next event the script was told.</summary>
    public T Next<T>() where T : ScriptEvent =>
        Assert.IsType<T>(_sent.TryTake(out var e, TimeSpan.FromSeconds(20)) ? e : throw new Xunit.Sdk.XunitException($"the script was told no {typeof(T).Name}"), exactMatch: false);

    public bool IsQuiet => _sent.Count == 0;
}
