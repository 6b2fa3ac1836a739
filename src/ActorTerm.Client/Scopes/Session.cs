using System.Text;
using System.Text.Json;
using ActorTerm.Protocol;
using Google.Protobuf;

namespace ActorTerm.Client;

/// <summary>
/// A handle on a session: a program and its terminal. Methods throw <see cref="RequestFailedException"/> with
/// <c>SESSION_NOT_FOUND</c> or <c>NOT_FOUND</c> when it is gone.
/// </summary>
public sealed partial class Session : Scope
{
    /// <summary>The id that always means the session activated last.</summary>
    public const string Active = "active";

    internal Session(Connection connection, string id) : base(connection, id) { }

    private protected override VariableScope Kind => VariableScope.Session;

    /// <summary>To the program, as if typed. Nothing is added: <c>\r</c> is the return key.</summary>
    /// <param name="broadcast">Whether the other sessions of its broadcast domain get it too.</param>
    public async Task SendTextAsync(string text, bool broadcast = true, CancellationToken cancel = default)
    {
        var request = new SendTextRequest { Session = Id, Text = text };
        if (!broadcast) request.SuppressBroadcast = true;
        var message = await Connection.RequestAsync(new ClientOriginatedMessage { SendTextRequest = request }, cancel);
        Answer.Check(message.SendTextResponse.Status, SendTextResponse.Types.Status.Ok, "send text", About);
    }

    /// <summary>To the terminal, as if the program had printed it.</summary>
    public async Task InjectAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel = default)
    {
        var request = new InjectRequest { SessionId = { Id }, Data = ByteString.CopyFrom(bytes.Span) };
        var message = await Connection.RequestAsync(new ClientOriginatedMessage { InjectRequest = request }, cancel);
        Answer.Check(message.InjectResponse.Status.Single(), InjectResponse.Types.Status.Ok, "inject", About);
    }

    /// <inheritdoc cref="InjectAsync(ReadOnlyMemory{byte}, CancellationToken)"/>
    public Task InjectAsync(string text, CancellationToken cancel = default) => InjectAsync(Encoding.UTF8.GetBytes(text), cancel);

    /// <summary>A new session beside this one, with a profile's command. To run a program of your own: <see cref="App.CreateSessionAsync"/>.</summary>
    /// <param name="vertical">The divider is vertical: the two stand side by side. Otherwise one above the other.</param>
    /// <param name="before">The new one is on the left, or above.</param>
    /// <param name="profile">Its name. Default: the default profile.</param>
    public async Task<Session> SplitAsync(bool vertical = false, bool before = false, string? profile = null, CancellationToken cancel = default)
    {
        var direction = vertical ? SplitPaneRequest.Types.SplitDirection.Vertical : SplitPaneRequest.Types.SplitDirection.Horizontal;
        var request = new SplitPaneRequest { Session = Id, SplitDirection = direction, Before = before };
        if (profile is not null) request.ProfileName = profile;
        var message = await Connection.RequestAsync(new ClientOriginatedMessage { SplitPaneRequest = request }, cancel);
        Answer.Check(message.SplitPaneResponse.Status, SplitPaneResponse.Types.Status.Ok, "split", About);
        return Connection.App.Session(message.SplitPaneResponse.SessionId.Single());
    }

    /// <summary>Makes it the one that <see cref="Active"/> means, with its tab selected and its window in front.</summary>
    public Task ActivateAsync(CancellationToken cancel = default) =>
        Connection.App.ActivateAsync(new ActivateRequest { SessionId = Id, SelectSession = true, SelectTab = true, OrderWindowFront = true }, About, cancel);

    /// <summary>Ends its program, gently first. Answers when the session is gone.</summary>
    public Task CloseAsync(CancellationToken cancel = default) =>
        Connection.App.CloseAsync(new CloseRequest { Sessions = new() { SessionIds = { Id } }, Force = true }, About, cancel);

    /// <summary>Ends its program and starts it again in the same session.</summary>
    /// <param name="onlyIfEnded">Not while it runs: <c>SESSION_NOT_RESTARTABLE</c>.</param>
    public async Task RestartAsync(bool onlyIfEnded = false, CancellationToken cancel = default)
    {
        var request = new RestartSessionRequest { SessionId = Id, OnlyIfExited = onlyIfEnded };
        var message = await Connection.RequestAsync(new ClientOriginatedMessage { RestartSessionRequest = request }, cancel);
        Answer.Check(message.RestartSessionResponse.Status, RestartSessionResponse.Types.Status.Ok, "restart", About);
    }

    /// <param name="columns">1 to 4096.</param>
    /// <param name="rows">1 to 4096.</param>
    /// <exception cref="RequestFailedException">Not such a size (<c>INVALID_VALUE</c>), or not here (<c>IMPOSSIBLE</c>).</exception>
    public async Task ResizeAsync(int columns, int rows, CancellationToken cancel = default)
    {
        var request = new SetPropertyRequest { SessionId = Id, Name = "grid_size", JsonValue = $$"""{"width":{{columns}},"height":{{rows}}}""" };
        var message = await Connection.RequestAsync(new ClientOriginatedMessage { SetPropertyRequest = request }, cancel);
        var status = message.SetPropertyResponse.Status;
        if (status != SetPropertyResponse.Types.Status.Deferred)
            Answer.Check(status, SetPropertyResponse.Types.Status.Ok, $"resize to {columns}x{rows}", About);
    }

    /// <summary>Properties of its profile, with what was changed for this session alone.</summary>
    /// <param name="keys">Only these. Default: all. One that is not set is left out.</param>
    public async Task<IReadOnlyDictionary<string, JsonElement>> GetProfilePropertiesAsync(IEnumerable<string>? keys = null, CancellationToken cancel = default)
    {
        var request = new GetProfilePropertyRequest { Session = Id, Keys = { keys ?? [] } };
        var message = await Connection.RequestAsync(new ClientOriginatedMessage { GetProfilePropertyRequest = request }, cancel);
        Answer.Check(message.GetProfilePropertyResponse.Status, GetProfilePropertyResponse.Types.Status.Ok, "read the profile", About);
        return Properties(message.GetProfilePropertyResponse.Properties);
    }

    /// <summary>For this session alone.</summary>
    public async Task SetProfilePropertyAsync(string key, object? value, CancellationToken cancel = default)
    {
        var assignment = new SetProfilePropertyRequest.Types.Assignment { Key = key, JsonValue = Json.Write(value) };
        var request = new SetProfilePropertyRequest { Session = Id, Assignments = { assignment } };
        var message = await Connection.RequestAsync(new ClientOriginatedMessage { SetProfilePropertyRequest = request }, cancel);
        Answer.Check(message.SetProfilePropertyResponse.Status, SetProfilePropertyResponse.Types.Status.Ok, $"set {key} of the profile", About);
    }

    /// <inheritdoc/>
    public override async Task<Subscription<VariableChange>> WatchVariableAsync(string name, CancellationToken cancel = default) =>
        await base.WatchVariableAsync(name, await ConcreteIdAsync(cancel), cancel);

    /// <summary>What the program sends as <c>OSC 1337 ; Custom=id=IDENTITY:PAYLOAD ST</c>.</summary>
    /// <param name="identity">Only this sender's, which keeps others from speaking to this script. Default: everybody's.</param>
    public async Task<Subscription<CustomSequence>> WatchCustomSequencesAsync(string? identity = null, CancellationToken cancel = default)
    {
        var id = await ConcreteIdAsync(cancel);
        return await Connection.Subscriptions.AddAsync(
            $"custom control sequences of {About}",
            [new Topic.Api(NotificationType.NotifyOnCustomEscapeSequence, id)],
            notification => notification.CustomEscapeSequenceNotification is { } it && IsOf(id, it.Session) && (identity is null || it.SenderIdentity == identity)
                ? new CustomSequence(Connection.App.Session(it.Session), it.SenderIdentity, it.Payload)
                : null,
            cancel);
    }

    internal Task<Subscription<VariableChange>> WatchAllAsync(string name, CancellationToken cancel) => base.WatchVariableAsync(name, "all", cancel);

    internal static IReadOnlyDictionary<string, JsonElement> Properties(IEnumerable<ProfileProperty> properties) =>
        properties.ToDictionary(property => property.Key, property => Json.Parse(property.JsonValue));

    /// <summary>Notifications name the session itself, so <c>active</c> has to be resolved before one waits for them.</summary>
    private async ValueTask<string> ConcreteIdAsync(CancellationToken cancel) =>
        Id != Active ? Id : (await GetVariableAsync<string>("id", cancel))!;

    private static bool IsOf(string wanted, string session) => wanted == "all" || wanted == session;

    private protected override void Put(VariableRequest request) => request.SessionId = Id;

    private protected override void Put(InvokeFunctionRequest request) => request.Session = new() { SessionId = Id };
}

/// <param name="Identity">What the sender calls itself, often a secret.</param>
public sealed record CustomSequence(Session Session, string Identity, string Payload);
