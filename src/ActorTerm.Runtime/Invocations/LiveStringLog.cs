namespace ActorTerm.Runtime.Invocations;

internal static class LiveStringLog
{
    public static void LiveStringFailed(this ILoggingAdapter log, string scope, string message) =>
        log.Warning("a live string of {0} cannot be read: {1}", scope, message);

    public static void MonitorRefused(this ILoggingAdapter log, string variable, string message) =>
        log.Warning("a live string will not follow {0}: {1}", variable, message);
}
