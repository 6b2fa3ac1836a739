using ActorTerm.Runtime.Identities;
using static ActorTerm.Runtime.Alerts.AlertsProtocol;

namespace ActorTerm.Runtime.Alerts;

/// <summary>The newest alerts, in order; the oldest gives way when the ring is full.</summary>
internal sealed class AlertRing(AlertSettings settings)
{
    private readonly Queue<Alert> _alerts = new();
    private long _lastId;

    public Alert Add(Raise raise, DateTimeOffset now)
    {
        var alert = new Alert(
            ++_lastId, now, raise.Source, raise.Session, raise.Invocation, Shortened(raise.Message), raise.Chain, Shortened(raise.Traceback));
        if (_alerts.Count >= settings.Keep) _alerts.Dequeue();
        _alerts.Enqueue(alert);
        return alert;
    }

    public IReadOnlyList<Alert> After(long id) => [.. _alerts.Where(alert => alert.Id > id)];

    public Alert? Find(long id) => _alerts.FirstOrDefault(alert => alert.Id == id);

    /// <summary>Keeps both ends: a traceback begins with where it came from and ends with what it was.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private string? Shortened(string? text)
    {
        if (text is null || text.Length <= settings.MaxText) return text;

        var note = $"\n... {text.Length - settings.MaxText} characters left out ...\n";
        var half = settings.MaxText / 2;
        return string.Concat(text.AsSpan(0, half), note, text.AsSpan(text.Length - (settings.MaxText - half)));
    }
}
