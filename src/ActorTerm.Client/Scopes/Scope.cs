using System.Text.Json;
using ActorTerm.Protocol;

namespace ActorTerm.Client;

/// <summary>What has variables and can be the scope of an invocation: the app, a window, a tab, a session. A handle: it holds an id and no state.</summary>
public abstract class Scope : IEquatable<Scope>
{
    private protected Scope(Connection connection, string id) => (Connection, Id) = (connection, id);

    public Connection Connection { get; }

    /// <summary>Empty for the app.</summary>
    public string Id { get; }

    private protected abstract VariableScope Kind { get; }

    /// <summary>Such as <c>session 6F96...</c>.</summary>
    private protected string About => Id.Length == 0 ? "app" : $"{Answer.Word(Kind).ToLowerInvariant()} {Id}";

    /// <summary>Runs an invocation such as <c>show(s: add(a: 1, b: 2))</c>, with the variables of this scope.</summary>
    /// <param name="timeout">For the whole composition. Default 30 s. Zero: built-in functions only.</param>
    /// <returns>Its result; a JSON null where there is none.</returns>
    /// <exception cref="InvocationFailedException"/>
    /// <exception cref="ConnectionLostException"/>
    public Task<JsonElement> InvokeAsync(string invocation, TimeSpan? timeout = null, CancellationToken cancel = default)
    {
        var request = new InvokeFunctionRequest();
        Put(request);
        return InvokeAsync(request, invocation, timeout, cancel);
    }

    /// <inheritdoc cref="InvokeAsync(string, TimeSpan?, CancellationToken)"/>
    /// <typeparam name="T">What the result is read as; null reads as its default.</typeparam>
    public async Task<T?> InvokeAsync<T>(string invocation, TimeSpan? timeout = null, CancellationToken cancel = default) =>
        Json.Read<T>((await InvokeAsync(invocation, timeout, cancel)).GetRawText());

    /// <param name="name">Or a path, such as <c>tab.title</c>.</param>
    /// <returns>A JSON null while it is not set.</returns>
    /// <exception cref="RequestFailedException">There is no such session, tab or window.</exception>
    public async Task<JsonElement> GetVariableAsync(string name, CancellationToken cancel = default) =>
        Json.Parse((await VariableAsync(new VariableRequest { Get = { name } }, cancel)).Values.Single());

    /// <inheritdoc cref="GetVariableAsync(string, CancellationToken)"/>
    /// <returns>The default of <typeparamref name="T"/> while it is not set.</returns>
    public async Task<T?> GetVariableAsync<T>(string name, CancellationToken cancel = default) =>
        Json.Read<T>((await GetVariableAsync(name, cancel)).GetRawText());

    /// <summary>Every variable of this scope, all of them as text: that is how the host lists them.</summary>
    public async Task<IReadOnlyDictionary<string, string>> GetAllVariablesAsync(CancellationToken cancel = default) =>
        Json.Read<Dictionary<string, string>>((await GetVariableAsync("*", cancel)).GetRawText())!;

    /// <param name="name"><c>user.</c> and one name without dots.</param>
    /// <param name="value">Whatever JSON can describe. Null: the variable is no longer set.</param>
    /// <exception cref="RequestFailedException">Not a name that may be set, or no such session, tab or window.</exception>
    public Task SetVariableAsync(string name, object? value, CancellationToken cancel = default) =>
        VariableAsync(new VariableRequest { Set = { new VariableRequest.Types.Set { Name = name, Value = Json.Write(value) } } }, cancel);

    /// <summary>Every change of one variable from now on.</summary>
    /// <param name="name">Or a path. It need not be set yet.</param>
    public virtual Task<Subscription<VariableChange>> WatchVariableAsync(string name, CancellationToken cancel = default) =>
        WatchVariableAsync(name, Id, cancel);

    public bool Equals(Scope? other) => other is not null && other.GetType() == GetType() && other.Connection == Connection && other.Id == Id;

    public override bool Equals(object? obj) => Equals(obj as Scope);

    public override int GetHashCode() => HashCode.Combine(GetType(), Id);

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    private protected abstract void Put(VariableRequest request);

    private protected abstract void Put(InvokeFunctionRequest request);

    /// <param name="id">That of this scope, or <c>all</c>.</param>
    private protected Task<Subscription<VariableChange>> WatchVariableAsync(string name, string id, CancellationToken cancel)
    {
        var target = new VariableTarget(Kind, id, name);
        return Connection.Subscriptions.AddAsync(
            $"changes of {name} in {About}",
            [new Topic.Api(NotificationType.NotifyOnVariableChange, Variable: target)],
            notification => notification.VariableChangedNotification is { } change && change.Scope == target.Scope && change.Name == name
                && (id == "all" || change.Identifier == id)
                ? new VariableChange(change.Identifier, name, Json.Parse(change.HasJsonNewValue ? change.JsonNewValue : "null"))
                : null,
            cancel);
    }

    /// <summary>Calls a method of this object, such as <c>iterm2.set_title(title: "x")</c>.</summary>
    /// <inheritdoc cref="InvokeAsync(string, TimeSpan?, CancellationToken)"/>
    public Task<JsonElement> InvokeMethodAsync(string invocation, TimeSpan? timeout = null, CancellationToken cancel = default) =>
        InvokeAsync(new InvokeFunctionRequest { Method = new() { Receiver = Id } }, invocation, timeout, cancel);

    private async Task<JsonElement> InvokeAsync(InvokeFunctionRequest request, string invocation, TimeSpan? timeout, CancellationToken cancel)
    {
        request.Invocation = invocation;
        if (timeout is { } limit) request.Timeout = limit.TotalSeconds;
        var message = await Connection.RequestAsync(new ClientOriginatedMessage { InvokeFunctionRequest = request }, cancel);
        var response = message.InvokeFunctionResponse;
        return response.Error is { } error ? throw Failure(invocation, error) : Json.Parse(response.Success.JsonResult);
    }

    private InvocationFailedException Failure(string invocation, InvokeFunctionResponse.Types.Error error)
    {
        var (failure, reason) = error.Status switch
        {
            InvokeFunctionResponse.Types.Status.Timeout => (InvocationFailure.Timeout, "the invocation ran out of time"),
            InvokeFunctionResponse.Types.Status.InvalidId => (InvocationFailure.InvalidId, $"there is no {About}"),
            InvokeFunctionResponse.Types.Status.RequestMalformed => (InvocationFailure.Malformed, "the host could make nothing of the request"),
            _ => (InvocationFailure.Failed, "the invocation failed"),
        };
        return new InvocationFailedException(invocation, failure, error.HasErrorReason ? error.ErrorReason : reason);
    }

    private async Task<VariableResponse> VariableAsync(VariableRequest request, CancellationToken cancel)
    {
        Put(request);
        var message = await Connection.RequestAsync(new ClientOriginatedMessage { VariableRequest = request }, cancel);
        var names = string.Join(", ", request.Set.Select(set => set.Name).Concat(request.Get));
        Answer.Check(message.VariableResponse.Status, VariableResponse.Types.Status.Ok, $"variable {names}", About);
        return message.VariableResponse;
    }
}

/// <param name="Scope">Id of the session, tab or window; empty for the app.</param>
/// <param name="Value">A JSON null when it is no longer set.</param>
public sealed record VariableChange(string Scope, string Name, JsonElement Value);
