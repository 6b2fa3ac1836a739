using ActorTerm.Client;

namespace ActorTerm.Cli.Output;

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
