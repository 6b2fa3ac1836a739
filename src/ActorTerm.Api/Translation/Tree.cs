using ActorTerm.Protocol;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Api.Translation;

/// <summary>The tree and the focus as the wire shows them. A host without a screen gives frames in a nominal cell of 8 x 16 points.</summary>
internal static class Tree
{
    private const int CellWidth = 8;
    private const int CellHeight = 16;

    public static ListSessionsResponse ToResponse(TreeSnapshot tree)
    {
        var response = new ListSessionsResponse();
        response.Windows.AddRange(tree.Windows.Select(ToWindow));
        return response;
    }

    public static FocusChangedNotification ToNotification(FocusItem item) => item switch
    {
        CurrentWindow { Window: { } window } => new FocusChangedNotification
        {
            Window = new()
            {
                WindowStatus = FocusChangedNotification.Types.Window.Types.WindowStatus.TerminalWindowBecameKey,
                WindowId = window.ToString(),
            },
        },
        CurrentWindow => new FocusChangedNotification
        {
            Window = new() { WindowStatus = FocusChangedNotification.Types.Window.Types.WindowStatus.TerminalWindowResignedKey },
        },
        SelectedTab tab => new FocusChangedNotification { SelectedTab = tab.Tab.ToString() },
        ActiveSession session => new FocusChangedNotification { Session = session.Session.ToString() },
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, "the wire has no such focus"),
    };

    private static ListSessionsResponse.Types.Window ToWindow(WindowView window)
    {
        var result = new ListSessionsResponse.Types.Window { WindowId = window.Id.ToString(), Number = window.Number };
        foreach (var tab in window.Tabs)
        {
            result.Tabs.Add(new ListSessionsResponse.Types.Tab { TabId = tab.Id.ToString(), TmuxWindowId = "-1", Root = ToNode(tab.Root, 0, 0) });
        }

        var shown = window.Tabs.Select(tab => Extent(tab.Root)).Aggregate((Width: 0, Height: 0), (most, one) => (Math.Max(most.Width, one.Width), Math.Max(most.Height, one.Height)));
        result.Frame = ToFrame(0, 0, shown.Width, shown.Height);
        return result;
    }

    private static SplitTreeNode ToNode(SplitView split, int left, int top)
    {
        var node = new SplitTreeNode { Vertical = split.Vertical };
        foreach (var child in split.Children)
        {
            node.Links.Add(child is SplitView inner
                ? new SplitTreeNode.Types.SplitTreeLink { Node = ToNode(inner, left, top) }
                : new SplitTreeNode.Types.SplitTreeLink { Session = ToSummary((PaneView)child, left, top) });
            var (width, height) = Extent(child);
            if (split.Vertical) left += width;
            else top += height;
        }

        return node;
    }

    private static SessionSummary ToSummary(PaneView pane, int left, int top) => new()
    {
        UniqueIdentifier = pane.Id.ToString(),
        Title = pane.Title,
        GridSize = new Size { Width = pane.Columns, Height = pane.Rows },
        Frame = ToFrame(left, top, pane.Columns, pane.Rows),
    };

    private static (int Width, int Height) Extent(PaneNode node) => node switch
    {
        PaneView pane => (pane.Columns, pane.Rows),
        SplitView { Vertical: true } row => (row.Children.Sum(child => Extent(child).Width), row.Children.Max(child => Extent(child).Height)),
        SplitView column => (column.Children.Max(child => Extent(child).Width), column.Children.Sum(child => Extent(child).Height)),
        _ => (0, 0),
    };

    private static ActorTerm.Protocol.Frame ToFrame(int left, int top, int columns, int rows) => new()
    {
        Origin = new Point { X = left * CellWidth, Y = top * CellHeight },
        Size = new Size { Width = columns * CellWidth, Height = rows * CellHeight },
    };
}
