using static ActorTerm.Runtime.Coprocesses.CoprocessesProtocol;

namespace ActorTerm.Runtime.Sessions;

/// <summary>Which refused starts are worth an event: a trigger that matches every line of a flood tells once a second that it may not start its command.</summary>
internal sealed class CoprocessRejections
{
    /// <summary>Commands remembered; the one told of longest ago is forgotten first.</summary>
    private const int Capacity = 64;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly Dictionary<(CoprocessSource, string), DateTimeOffset> _told = [];

    public bool IsNews(StartCoprocess request, DateTimeOffset now)
    {
        var key = (request.Source, request.Command.Text);
        if (_told.TryGetValue(key, out var last) && now - last < Interval) return false;

        if (_told.Count == Capacity && !_told.ContainsKey(key)) _told.Remove(_told.MinBy(told => told.Value).Key);
        _told[key] = now;
        return true;
    }
}
