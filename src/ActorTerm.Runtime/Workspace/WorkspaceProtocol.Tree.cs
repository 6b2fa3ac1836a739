using ActorTerm.Runtime.Identities;

namespace ActorTerm.Runtime.Workspace;

public static partial class WorkspaceProtocol
{
    /// <summary>The tree as it stood when it was taken: windows in order of creation.</summary>
    public sealed record TreeSnapshot(IReadOnlyList<WindowView> Windows);

    /// <param name="Number">From 1, the lowest that was free when the window was made.</param>
    public sealed record WindowView(WindowId Id, int Number, IReadOnlyList<TabView> Tabs);

    /// <param name="Root">Always a split; a tab of one session has a split of one child.</param>
    public sealed record TabView(TabId Id, SplitView Root, SessionId Active);

    public abstract record PaneNode;

    /// <param name="Vertical">The dividers are vertical: the children stand side by side, left to right. Otherwise top to bottom.</param>
    public sealed record SplitView(bool Vertical, IReadOnlyList<PaneNode> Children) : PaneNode;

    public sealed record PaneView(SessionId Id, string Title, int Columns, int Rows) : PaneNode;

    /// <summary>Where a session stands.</summary>
    public sealed record Place(WindowId Window, TabId Tab);

    /// <summary>Which window is current, which tab each window shows, which session each tab has active.</summary>
    public sealed record FocusState(WindowId? Window, IReadOnlyList<FocusItem> Items);

    public abstract record FocusItem;

    /// <param name="Window">Null when there is no window left.</param>
    public sealed record CurrentWindow(WindowId? Window) : FocusItem;

    public sealed record SelectedTab(TabId Tab) : FocusItem;

    public sealed record ActiveSession(SessionId Session) : FocusItem;
}
