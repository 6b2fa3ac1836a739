using ActorTerm.Language;

namespace ActorTerm.Runtime.Variables;

/// <summary>Variables of sessions, tabs, windows and the app: how they are read, set, asked for and monitored.</summary>
public static partial class VariablesProtocol
{
    public enum ScopeKind
    {
        Session,
        Tab,
        Window,
        App,
    }

    /// <summary>To the actor that owns a scope: the sets, then the gets. Answered by a <see cref="VariablesAnswer"/>.</summary>
    /// <param name="Sets">Each name is <c>user.</c> and one part without dots; if one is not, nothing is set.</param>
    /// <param name="Gets">Paths as <see cref="ScopeHandle"/> reads them, or <c>*</c> for all variables as one object of strings.</param>
    public sealed record VariablesRequest(IReadOnlyList<VariableAssignment> Sets, IReadOnlyList<string> Gets);

    /// <param name="Value">JSON null unsets.</param>
    public readonly record struct VariableAssignment(string Name, Value Value);

    public abstract record VariablesAnswer;

    /// <param name="Values">One for each get, in that order; JSON null where nothing is set.</param>
    public sealed record VariableValues(IReadOnlyList<Value> Values) : VariablesAnswer;

    /// <summary>Nothing was set.</summary>
    public sealed record VariablesRefused(VariablesRefusal Why, string Text) : VariablesAnswer;

    public enum VariablesRefusal
    {
        /// <summary>Only <c>user.</c> variables can be set, and their names have no further dot.</summary>
        InvalidName,

        /// <summary>A request to all scopes of a kind can set, not get.</summary>
        MultiGetDisallowed,

        /// <summary>The scope would have more user variables, or more bytes in them, than it may (actorterm.variables).</summary>
        TooMuch,
    }

    /// <summary>
    /// To <c>/monitors</c>: tells the subscriber <see cref="VariableChanged"/> whenever the variable changes, and always when a context on
    /// its path is replaced. Nothing is said of the value at the start. Answered by <see cref="MonitorStarted"/>, <see cref="MonitorRefused"/> or
    /// <see cref="CycleDetected"/>.
    /// Ends with <see cref="Unmonitor"/>, with the scope, or with the subscriber.
    /// </summary>
    /// <param name="Name">A path; it need not be set yet.</param>
    /// <param name="Tag">Given back with each change; with the subscriber it names the monitor, and a second one of that name replaces the first.</param>
    /// <param name="Feeds">
    /// The variables the subscriber sets from what it hears. When that would make a variable depend on itself, through whatever other monitors,
    /// the monitor ends and the subscriber is told <see cref="CycleDetected"/>, now or when a context is replaced later.
    /// </param>
    public sealed record Monitor(IActorRef Subscriber, ScopeHandle Scope, string Name, object Tag, IReadOnlyList<VariableKey>? Feeds = null);

    /// <summary>One variable: the scope that owns it, and its plain name there.</summary>
    public sealed record VariableKey(ScopeHandle Scope, string Name);

    /// <summary>As <see cref="Monitor"/>, for every scope of a kind, those made later too.</summary>
    public sealed record MonitorAll(IActorRef Subscriber, ScopeKind Kind, string Name, object Tag);

    /// <summary>Unknown ones are ignored. Not answered.</summary>
    public sealed record Unmonitor(IActorRef Subscriber, object Tag);

    public sealed record MonitorStarted(object Tag);

    /// <inheritdoc cref="Monitor" path="/param[@name='Feeds']"/>
    public sealed record CycleDetected(object Tag);

    /// <summary>The host has as many monitors as it admits (actorterm.variables.max-monitors).</summary>
    public sealed record MonitorRefused(object Tag, string Text);

    /// <summary>
    /// Every change is told, in order, with the value it had then. Only at the moment a context on the path is replaced, changes of the
    /// variable that has come into view may be told as one.
    /// </summary>
    /// <param name="Kind">With <paramref name="Identifier"/>, the scope the monitor was put on; for all of a kind, the one it happened in.</param>
    /// <param name="Name">The path as it was asked for.</param>
    /// <param name="Value">JSON null when unset.</param>
    public sealed record VariableChanged(ScopeKind Kind, string Identifier, string Name, Value Value, object Tag);
}
