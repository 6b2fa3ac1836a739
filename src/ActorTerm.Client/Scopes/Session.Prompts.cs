using ActorTerm.Protocol;

namespace ActorTerm.Client;

public sealed partial class Session
{
    /// <summary>The last prompt of the session's shell, if that marks its prompts (OSC 133).</summary>
    /// <param name="id">Another prompt, by its id.</param>
    /// <returns>Null if there is none.</returns>
    public async Task<Prompt?> GetPromptAsync(string? id = null, CancellationToken cancel = default)
    {
        var request = new GetPromptRequest { Session = Id };
        if (id is not null) request.UniquePromptId = id;
        var message = await Connection.RequestAsync(new ClientOriginatedMessage { GetPromptRequest = request }, cancel);
        if (message.GetPromptResponse.Status == GetPromptResponse.Types.Status.PromptUnavailable) return null;
        Answer.Check(message.GetPromptResponse.Status, GetPromptResponse.Types.Status.Ok, "read the prompt", About);
        return Prompt.Of(message.GetPromptResponse);
    }

    /// <summary>Ids of prompts, the oldest first.</summary>
    public async Task<IReadOnlyList<string>> ListPromptsAsync(CancellationToken cancel = default)
    {
        var message = await Connection.RequestAsync(
            new ClientOriginatedMessage { ListPromptsRequest = new() { Session = Id } }, cancel);
        Answer.Check(message.ListPromptsResponse.Status, ListPromptsResponse.Types.Status.Ok, "list prompts", About);
        return message.ListPromptsResponse.UniquePromptId;
    }

    /// <summary>Prompts, and the begin and end of commands, in a shell that marks them (OSC 133).</summary>
    public async Task<Subscription<PromptEvent>> WatchPromptsAsync(CancellationToken cancel = default)
    {
        var id = await ConcreteIdAsync(cancel);
        return await Connection.Subscriptions.AddAsync(
            $"prompts of {About}",
            [new Topic.Api(NotificationType.NotifyOnPrompt, id)],
            notification => notification.PromptNotification is { } it && IsOf(id, it.Session) ? PromptEvent.Of(Connection, it) : null,
            cancel);
    }
}
