using ActorTerm.Language;
using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Functions;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Variables;
using ActorTerm.Runtime.Workspace;

namespace ActorTerm.Runtime.Connections;

public static partial class ConnectionsProtocol
{
    /// <summary>
    /// To a connection: pass a request on and put its answer on the wire. All requests of a script go through its connection, so they
    /// start in the order they came, and an answer follows whatever the asked actor told the script before it.
    /// </summary>
    /// <param name="Answer">Makes the wire's answer from what was replied; called when the reply is there.</param>
    /// <param name="Patient">The request has a time limit of its own, or none.</param>
    public sealed record PassOn(Part Target, object Message, Func<object, ScriptEvent> Answer, bool Patient = false);

    /// <summary>To a connection: find the scope, then invoke the text in it. The answer is made from an outcome, or from what the workspace did not find.</summary>
    /// <param name="Scopes">The first that exists counts.</param>
    public sealed record InvokeIn(
        IReadOnlyList<WorkspaceProtocol.ScopeTarget> Scopes, string Text, TimeSpan Within, bool AsMethod, Func<object, ScriptEvent> Answer);

    /// <summary>The parts of the host a script may ask.</summary>
    public enum Part
    {
        Workspace,
        Functions,
        Invocations,
        Alerts,
        Connections,
    }

    /// <summary>What was replied when the asked actor ended or took longer than <c>actorterm.api.reply-timeout</c>.</summary>
    public sealed record NoReply(string Reason);

    /// <summary>To a connection. Answered, on the wire, from a <see cref="SubscribeResult"/>.</summary>
    public sealed record Subscribe(Subscription To, Func<SubscribeResult, ScriptEvent> Answer);

    public sealed record Unsubscribe(Subscription From, Func<SubscribeResult, ScriptEvent> Answer);

    public enum SubscribeResult
    {
        Ok,
        Already,
        NotSubscribed,
        NoSuchSession,
        BadIdentifier,
    }

    public abstract record Subscription;

    public sealed record TreeTopic(WorkspaceProtocol.TreeEvents Event) : Subscription;

    /// <param name="Target">As the script wrote it: an id, <c>active</c> or <c>all</c>.</param>
    /// <param name="Topic">What tells one subscription to the target from another; the first one's <paramref name="Events"/> stay.</param>
    public sealed record SessionTopic(string Target, SessionTopicKind Topic, SessionsProtocol.SessionEvents Events) : Subscription
    {
        public bool Equals(SessionTopic? other) => other is not null && Target == other.Target && Topic == other.Topic;

        public override int GetHashCode() => HashCode.Combine(Target, Topic);
    }

    public enum SessionTopicKind
    {
        Screen,
        Prompt,
        CustomSequence,
        Keystroke,
    }

    /// <summary>Keys of a session that are kept from its program and from bindings.</summary>
    /// <param name="Target">As in <see cref="SessionTopic"/>; the first one's <paramref name="Patterns"/> stay.</param>
    public sealed record KeyFilterTopic(string Target, IReadOnlyList<KeysProtocol.KeyPattern> Patterns) : Subscription
    {
        public bool Equals(KeyFilterTopic? other) => other is not null && Target == other.Target;

        public override int GetHashCode() => Target.GetHashCode(StringComparison.Ordinal);
    }

    /// <summary>Changes of one shared profile, which need not exist yet.</summary>
    public sealed record ProfileTopic(string Guid) : Subscription;

    public sealed record VariableTopic(VariablesProtocol.ScopeKind Kind, string Identifier, string Name) : Subscription;

    /// <summary>To a connection: what its script hears of alerts and of the host's diary from now on, in place of what it heard before.</summary>
    /// <param name="Kinds">Kinds of events, or <c>*</c> for all.</param>
    public sealed record SetDiary(bool Alerts, IReadOnlyCollection<string> Kinds, ScriptEvent Answer);

    /// <summary>An error for people was raised.</summary>
    public sealed record AlertRaised(AlertsProtocol.Alert Alert) : ScriptEvent;

    /// <summary>A variable that a script monitors has a new value; null when it is unset.</summary>
    public sealed record MonitoredVariableChanged(VariablesProtocol.ScopeKind Kind, string Identifier, string Name, Value Value) : ScriptEvent;

    /// <summary>To a connection: register a function of its script. Answered, on the wire, from what /functions replies.</summary>
    /// <param name="FullName">With the rest: as in <see cref="FunctionsProtocol.Registration"/>, whose owner is this connection.</param>
    public sealed record RegisterFunction(
        string FullName,
        IReadOnlyList<string> Arguments,
        IReadOnlyList<FunctionsProtocol.FunctionDefault> Defaults,
        TimeSpan? Timeout,
        Func<object, ScriptEvent> Answer);

    public sealed record UnregisterFunction(FunctionSignature Signature, Func<object, ScriptEvent> Answer);

    /// <summary>To a connection: the script answered a call with a value; the answer is always acknowledged, and an unknown or late one is otherwise ignored.</summary>
    public sealed record ScriptReturned(long Call, Value Value, ScriptEvent Acknowledgement);

    /// <summary>To a connection: the script answered a call with an exception.</summary>
    public sealed record ScriptRaised(long Call, string Reason, string? Traceback, ScriptEvent Acknowledgement);

    /// <summary>To a script: run one of your functions.</summary>
    /// <param name="Arguments">Every registered one, in ordinal order of the names; a null value stands for none.</param>
    public sealed record CallRequested(long Call, string Name, IReadOnlyList<(string Name, Value Value)> Arguments) : ScriptEvent;
}
