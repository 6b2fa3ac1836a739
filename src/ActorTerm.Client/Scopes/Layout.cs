using ActorTerm.Protocol;

namespace ActorTerm.Client;

/// <summary>The windows, tabs and sessions of a host at one moment.</summary>
/// <param name="Buried">Sessions that live in no tab.</param>
public sealed record Layout(IReadOnlyList<WindowLayout> Windows, IReadOnlyList<Session> Buried)
{
    /// <summary>All that are in a tab, in the order of windows, tabs and splits.</summary>
    public IEnumerable<Session> Sessions => Windows.SelectMany(window => window.Tabs).SelectMany(tab => tab.Sessions);

    internal static Layout Of(Connection connection, ListSessionsResponse tree) => new(
        [.. tree.Windows.Select(window => new WindowLayout(
            connection.App.Window(window.WindowId),
            window.Number,
            [.. window.Tabs.Select(tab => new TabLayout(connection.App.Tab(tab.TabId), Split.Of(connection, tab.Root ?? new())))]))],
        [.. tree.BuriedSessions.Select(buried => connection.App.Session(buried.UniqueIdentifier))]);
}

/// <param name="Number">The small number that people see.</param>
public sealed record WindowLayout(Window Window, int Number, IReadOnlyList<TabLayout> Tabs);

/// <param name="Root">How its area is divided.</param>
public sealed record TabLayout(Tab Tab, Split Root)
{
    /// <summary>From left to right and top to bottom.</summary>
    public IReadOnlyList<Session> Sessions { get; } = [.. Root.Panes.Select(pane => pane.Session)];
}

/// <summary>A part of a tab's area: divided again, or one session.</summary>
public abstract record SplitNode
{
    /// <summary>The sessions in it, from left to right and top to bottom.</summary>
    public abstract IEnumerable<Pane> Panes { get; }
}

/// <param name="Vertical">The dividers are vertical: its children stand side by side.</param>
public sealed record Split(bool Vertical, IReadOnlyList<SplitNode> Children) : SplitNode
{
    public override IEnumerable<Pane> Panes => Children.SelectMany(child => child.Panes);

    internal static Split Of(Connection connection, SplitTreeNode node) => new(
        node.Vertical,
        [.. node.Links.Select<SplitTreeNode.Types.SplitTreeLink, SplitNode>(link => link.Session is { } session
            ? new Pane(connection.App.Session(session.UniqueIdentifier), session.Title, session.GridSize?.Width ?? 0, session.GridSize?.Height ?? 0)
            : Of(connection, link.Node ?? new()))]);
}

/// <param name="Title">As displayed.</param>
/// <param name="Columns">Width in cells.</param>
/// <param name="Rows">Height in cells.</param>
public sealed record Pane(Session Session, string Title, int Columns, int Rows) : SplitNode
{
    public override IEnumerable<Pane> Panes => [this];
}
