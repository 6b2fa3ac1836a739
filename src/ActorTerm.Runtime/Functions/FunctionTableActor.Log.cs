using ActorTerm.Language;

namespace ActorTerm.Runtime.Functions;

internal static class FunctionTableActorLog
{
    public static void Registered(this ILoggingAdapter log, FunctionSignature function, string owner) => log.Debug("{0} registered by {1}", function, owner);

    public static void Unregistered(this ILoggingAdapter log, FunctionSignature function) => log.Debug("{0} unregistered", function);

    public static void Failed(this ILoggingAdapter log, object? message, Exception reason) =>
        log.Error(reason, "{0} could not be handled; all registrations stay", message?.GetType().Name);

    public static void OwnerEnded(this ILoggingAdapter log, string owner, int functions) => log.Debug("{0} ended, {1} functions with it", owner, functions);
}
