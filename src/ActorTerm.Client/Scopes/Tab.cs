using ActorTerm.Protocol;

namespace ActorTerm.Client;

/// <summary>A handle on a tab.</summary>
public sealed class Tab : Scope
{
    internal Tab(Connection connection, string id) : base(connection, id) { }

    private protected override VariableScope Kind => VariableScope.Tab;

    /// <summary>Selects it and brings its window to the front.</summary>
    public Task ActivateAsync(CancellationToken cancel = default) =>
        Connection.App.ActivateAsync(new ActivateRequest { TabId = Id, SelectTab = true, OrderWindowFront = true }, About, cancel);

    /// <summary>Ends its sessions. Answers when they are gone.</summary>
    public Task CloseAsync(CancellationToken cancel = default) =>
        Connection.App.CloseAsync(new CloseRequest { Tabs = new() { TabIds = { Id } }, Force = true }, About, cancel);

    /// <param name="title">May hold expressions: <c>\(currentSession.name)</c>. Empty: the host's own title again.</param>
    public Task SetTitleAsync(string title, CancellationToken cancel = default) =>
        InvokeMethodAsync($"iterm2.set_title(title: {Json.Write(title)})", null, cancel);

    private protected override void Put(VariableRequest request) => request.TabId = Id;

    private protected override void Put(InvokeFunctionRequest request) => request.Tab = new() { TabId = Id };
}
