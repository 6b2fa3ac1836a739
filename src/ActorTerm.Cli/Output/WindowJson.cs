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
