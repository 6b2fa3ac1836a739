using ActorTerm.Language;

namespace ActorTerm.Runtime.Invocations;

internal static class InvocationSupervisorLog
{
    public static void Ambiguous(this ILoggingAdapter log, FunctionSignature given, FunctionSignature chosen, FunctionSignature rival) =>
        log.Warning("{0} could mean {1} or {2}; the first was called", given, chosen, rival);
}
