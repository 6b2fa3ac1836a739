using ActorTerm.Protocol;

namespace ActorTerm.Client;

/// <summary>A handle on a window.</summary>
public sealed class Window : Scope
{
    internal Window(Connection connection, string id) : base(connection, id) { }

    private protected override VariableScope Kind => VariableScope.Window;

    public Task ActivateAsync(CancellationToken cancel = default) =>
        Connection.App.ActivateAsync(new ActivateRequest { WindowId = Id, OrderWindowFront = true }, About, cancel);

    /// <summary>Ends all its sessions. Answers when they are gone.</summary>
    public Task CloseAsync(CancellationToken cancel = default) =>
        Connection.App.CloseAsync(new CloseRequest { Windows = new() { WindowIds = { Id } }, Force = true }, About, cancel);

    /// <summary>A tab with a session of a profile. To run a program of your own: <see cref="App.CreateSessionAsync"/>.</summary>
    /// <param name="profile">Its name. Default: the default profile.</param>
    /// <param name="index">Position among the tabs, from 0. Default: behind the last.</param>
    public Task<Created> CreateTabAsync(string? profile = null, int? index = null, bool select = true, CancellationToken cancel = default)
    {
        var request = new CreateTabRequest { WindowId = Id, SelectTab = select };
        if (index is { } position) request.TabIndex = checked((uint)position);
        return Connection.App.CreateTabAsync(request, profile, cancel);
    }

    /// <param name="title">May hold expressions: <c>\(currentTab.title)</c>. Empty: the host's own title again.</param>
    public Task SetTitleAsync(string title, CancellationToken cancel = default) =>
        InvokeMethodAsync($"iterm2.set_title(title: {Json.Write(title)})", null, cancel);

    private protected override void Put(VariableRequest request) => request.WindowId = Id;

    private protected override void Put(InvokeFunctionRequest request) => request.Window = new() { WindowId = Id };
}
