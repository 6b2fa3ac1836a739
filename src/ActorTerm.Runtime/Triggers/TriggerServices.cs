using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Identities;
using static ActorTerm.Runtime.Triggers.TriggersProtocol;

namespace ActorTerm.Runtime.Triggers;

/// <summary>What the triggers of all sessions share.</summary>
internal sealed record TriggerServices(TriggerReader Reader, IActorRef Invocations, IActorRef Monitors, IActorRef Alerts, IActorRef Commands)
{
    public void Alert(SessionId session, string text) =>
        Alerts.Tell(new AlertsProtocol.Raise(AlertsProtocol.AlertSource.Trigger, session, null, text, []), ActorRefs.NoSender);
}
