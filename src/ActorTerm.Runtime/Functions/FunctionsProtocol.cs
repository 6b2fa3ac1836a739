using ActorTerm.Language;
using ActorTerm.Runtime.Identities;

namespace ActorTerm.Runtime.Functions;

/// <summary>The one table of functions on this host: who registered what, and what is told to a function that is called.</summary>
public static partial class FunctionsProtocol
{
    /// <summary>What a script registers. Its identity is the full name with the argument names, whatever their order.</summary>
    /// <param name="FullName">Name space, dot, name; or the name alone. The parts before the last dot never reach the script.</param>
    /// <param name="Arguments">Distinct names.</param>
    /// <param name="Defaults">Variables that stand in for arguments left out; read in the caller's scope at the time of the call.</param>
    /// <param name="Timeout">Null takes actorterm.functions.timeout; zero or less times out at once.</param>
    /// <param name="Owner">The connection's actor. When it ends, so does the registration.</param>
    /// <param name="OwnerName">For people.</param>
    public sealed record Registration(
        string FullName,
        IReadOnlyList<string> Arguments,
        IReadOnlyList<FunctionDefault> Defaults,
        TimeSpan? Timeout,
        IActorRef Owner,
        string OwnerName)
    {
        /// <summary>What the owner is called in lists.</summary>
        public ConnectionId Connection { get; init; }
    }

    /// <param name="Argument">One of the registration's.</param>
    /// <param name="Path">A variable's path; with a question mark at its end, null is passed when it is not set.</param>
    public readonly record struct FunctionDefault(string Argument, string Path);

    /// <summary>To <c>/functions</c>. Answered by <see cref="Registered"/>, from when on every call finds the function, or by <see cref="RegistrationRefused"/>.</summary>
    public sealed record Register(Registration Registration);

    public sealed record Registered(FunctionSignature Signature);

    public sealed record RegistrationRefused(RegistrationRefusal Why, string Text);

    public enum RegistrationRefusal
    {
        /// <summary>A bad name, a repeated argument, a default for no argument, a default that is no path.</summary>
        Malformed,

        /// <summary>The same signature is registered already, by this connection or another; that one stays.</summary>
        Duplicate,

        /// <summary>The connection has as many functions as it may (actorterm.functions.max-registrations-per-connection).</summary>
        TooMany,
    }

    /// <summary>Calls in flight go on. Answered by <see cref="Unregistered"/>, or by <see cref="NotRegistered"/> when this owner has no such function.</summary>
    public sealed record Unregister(FunctionSignature Signature, IActorRef Owner);

    public sealed record Unregistered(FunctionSignature Signature);

    public sealed record NotRegistered(FunctionSignature Signature);

    /// <summary>Answered by <see cref="FunctionList"/>: what scripts registered, in order of signature.</summary>
    public sealed record ListFunctions;

    /// <param name="BuiltIns">The host's own functions and methods, in the same order.</param>
    public sealed record FunctionList(IReadOnlyList<FunctionInfo> Functions, IReadOnlyList<FunctionSignature> BuiltIns);

    /// <param name="Timeouts">Calls nobody waited for any longer.</param>
    /// <param name="LateAnswers">Answers that came after that.</param>
    public sealed record FunctionInfo(
        FunctionSignature Signature,
        string OwnerName,
        TimeSpan Timeout,
        int InFlight,
        long Calls,
        long Failures,
        long Timeouts,
        long LateAnswers)
    {
        public required ConnectionId Connection { get; init; }

        public required DateTimeOffset RegisteredAt { get; init; }

        /// <summary>In the order of the registration.</summary>
        public required IReadOnlyList<string> Arguments { get; init; }

        public required IReadOnlyList<FunctionDefault> Defaults { get; init; }

        /// <summary>From dispatch to answer, of the calls answered in time; null before the first. So is <see cref="Longest"/>.</summary>
        public TimeSpan? Mean { get; init; }

        public TimeSpan? Longest { get; init; }
    }

    /// <summary>
    /// The subscriber is told <see cref="FunctionAppeared"/> once, when next a function of that full name is registered, or at once when one was
    /// after <paramref name="Seen"/>. Not answered otherwise. Forgotten with the subscriber.
    /// </summary>
    /// <param name="Seen">The <see cref="Routes.Version"/> that did not have it.</param>
    public sealed record AwaitFunction(IActorRef Subscriber, string FullName, long Seen);

    public sealed record FunctionAppeared(string FullName);

    /// <summary>From <c>/invocations</c>: no call will be told any more to functions that these routes do not have.</summary>
    internal sealed record RoutesTaken(long Version);
}
