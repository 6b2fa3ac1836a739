using ActorTerm.Runtime.Identities;

namespace ActorTerm.Runtime.Alerts;

/// <summary>Errors for people: what went wrong where, kept in a bounded ring until newer ones push it out.</summary>
public static partial class AlertsProtocol
{
    /// <summary>What the error came from.</summary>
    public enum AlertSource
    {
        Key,
        Trigger,
        Api,
        Cli,
        Script,
        Cluster,
    }

    /// <param name="Id">Counts up from 1 on this host.</param>
    /// <param name="Time">When it was raised, by the host's clock.</param>
    /// <param name="Message">One line for people, the whole chain in it.</param>
    /// <param name="Chain">The functions that were being called, outermost first; empty when none was.</param>
    /// <param name="Traceback">As the script sent it; null when it sent none.</param>
    public sealed record Alert(
        long Id,
        DateTimeOffset Time,
        AlertSource Source,
        SessionId? Session,
        InvocationId? Invocation,
        string Message,
        IReadOnlyList<string> Chain,
        string? Traceback);

    /// <summary>To <c>/alerts</c>. Not answered; told to everyone who hears alerts.</summary>
    public sealed record Raise(
        AlertSource Source,
        SessionId? Session,
        InvocationId? Invocation,
        string Message,
        IReadOnlyList<string> Chain,
        string? Traceback = null);

    /// <summary>Answered by <see cref="AlertList"/>, oldest first.</summary>
    /// <param name="After">Only alerts with a greater id.</param>
    public sealed record ListAlerts(long After = 0);

    public sealed record AlertList(IReadOnlyList<Alert> Alerts);

    /// <summary>Answered by the <see cref="Alert"/> or by <see cref="NoSuchAlert"/>.</summary>
    public sealed record GetAlert(long Id);

    public sealed record NoSuchAlert(long Id, string Text);

    /// <summary>The subscriber is told each new <see cref="Alert"/> from now on, until it ends or unsubscribes. Twice is once.</summary>
    public sealed record SubscribeAlerts(IActorRef Subscriber);

    public sealed record UnsubscribeAlerts(IActorRef Subscriber);
}
