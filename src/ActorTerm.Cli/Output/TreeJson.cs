using ActorTerm.Client;

namespace ActorTerm.Cli.Output;

/// <summary>A window: <c>actorterm window ls --json</c>.</summary>
/// <param name="Number">The small number that people see.</param>
/// <param name="Tabs">Ids, as <paramref name="Sessions"/>.</param>
internal sealed record WindowJson(string Id, int Number, bool Active, IReadOnlyList<string> Tabs, IReadOnlyList<string> Sessions)
{
    public static IReadOnlyList<WindowJson> Of(Layout layout, Session? active) =>
    [
        .. layout.Windows.Select(window => (window, sessions: window.Tabs.SelectMany(tab => tab.Sessions).ToList())).Select(it => new WindowJson(
            it.window.Window.Id, it.window.Number, it.sessions.Contains(active!), [.. it.window.Tabs.Select(tab => tab.Tab.Id)], [.. it.sessions.Select(session => session.Id)])),
    ];
}

/// <summary>A tab: <c>actorterm tab ls --json</c>.</summary>
/// <param name="Sessions">Ids, from left to right and top to bottom.</param>
internal sealed record TabJson(string Id, string WindowId, bool Active, IReadOnlyList<string> Sessions)
{
    public static IReadOnlyList<TabJson> Of(Layout layout, Session? active) =>
    [
        .. layout.Windows.SelectMany(window => window.Tabs.Select(tab =>
            new TabJson(tab.Tab.Id, window.Window.Id, tab.Sessions.Contains(active!), [.. tab.Sessions.Select(session => session.Id)]))),
    ];
}
