using System.Globalization;
using ActorTerm.Protocol.Host;
using ActorTerm.Runtime.Alerts;

namespace ActorTerm.Api.Translation;

/// <summary>Alerts as the wire shows them.</summary>
internal static class Alerts
{
    public static Alert ToWire(AlertsProtocol.Alert alert)
    {
        var wire = new Alert
        {
            Id = alert.Id.ToString(CultureInfo.InvariantCulture),
            TimeMs = alert.Time.ToUnixTimeMilliseconds(),
            Source = alert.Source.ToString().ToLowerInvariant(),
            Message = alert.Message,
        };
        wire.Chain.AddRange(alert.Chain);
        if (alert.Session is { } session) wire.Session = session.ToString();
        if (alert.Invocation is { } invocation) wire.Invocation = invocation.ToString();
        if (alert.Traceback is { } traceback) wire.Traceback = traceback;
        return wire;
    }
}
