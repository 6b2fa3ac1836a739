using Microsoft.Extensions.Logging;

namespace ActorTerm.Host;

/// <summary>Brings what actors log into the host's log: an ordinary actor that hears every log event of the system.</summary>
internal sealed class ActorLog : ReceiveActor
{
    public ActorLog(ILoggerFactory logs)
    {
        Receive<LogEvent>(e => Write(logs.CreateLogger(e.LogSource), e));
    }

    protected override void PreStart() => Context.System.EventStream.Subscribe(Self, typeof(LogEvent));

    private static void Write(ILogger log, LogEvent e)
    {
        var level = e switch
        {
            Error => LogLevel.Error,
            Warning => LogLevel.Warning,
            Info => LogLevel.Information,
            _ => LogLevel.Debug,
        };
#pragma warning disable CA1848, CA2254 // The text was formatted by the actor that logged it; it is no template.
        log.Log(level, e.Cause, "{Message}", e.Message);
#pragma warning restore CA1848, CA2254
    }
}
