using ActorTerm.Protocol;

namespace ActorTerm.Client;

/// <summary>What a notification is about; and how the host is asked for such.</summary>
internal abstract record Topic
{
    /// <summary>Asked of the host by a NotificationRequest.</summary>
    /// <param name="Session">A session id or <c>all</c>; for kinds that are not about one session, <c>all</c>.</param>
    public sealed record Api(NotificationType Kind, string Session = "all", VariableTarget? Variable = null) : Topic
    {
        public NotificationRequest ToRequest(bool subscribe)
        {
            var request = new NotificationRequest { NotificationType = Kind, Session = Session, Subscribe = subscribe };
            if (Variable is { } variable)
                request.VariableMonitorRequest = new() { Name = variable.Name, Scope = variable.Scope, Identifier = variable.Identifier };
            if (Kind == NotificationType.NotifyOnPrompt)       // all of them: the modes of a second subscription would not count
                request.PromptMonitorRequest = new() { Modes = { PromptMonitorMode.Prompt, PromptMonitorMode.CommandStart, PromptMonitorMode.CommandEnd } };
            return request;
        }
    }

    /// <summary>Alerts; asked of the host by a SubscribeRequest.</summary>
    public sealed record Alerts : Topic;

    /// <summary>Events of one kind, or <c>*</c>; asked of the host by a SubscribeRequest.</summary>
    public sealed record Events(string Kind) : Topic;
}

/// <param name="Identifier">Of the session, tab or window; <c>all</c>; empty for the app.</param>
internal sealed record VariableTarget(VariableScope Scope, string Identifier, string Name);
