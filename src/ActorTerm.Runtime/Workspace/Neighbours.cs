using ActorTerm.Runtime.Identities;

namespace ActorTerm.Runtime.Workspace;

/// <summary>Finds the pane next to another. Panes are laid out by their own sizes: children of a split follow each other without gaps.</summary>
internal static class Neighbours
{
    /// <summary>The pane that touches <paramref name="from"/> on the given side along the longest edge; null at the border of the tab.</summary>
    public static SessionId? Find(
        SplitTree.Split root, SessionId from, WorkspaceProtocol.Direction direction, Func<SessionId, (int Columns, int Rows)> sizeOf)
    {
        var areas = new Dictionary<SessionId, Area>();
        Place(root, Extent(root, sizeOf), sizeOf, areas);
        if (!areas.TryGetValue(from, out var start)) return null;

        return areas
            .Where(other => other.Key != from && Touches(start, other.Value, direction))
            .OrderByDescending(other => Shared(start, other.Value, direction))
            .Select(other => (SessionId?)other.Key)
            .FirstOrDefault();
    }

    private readonly record struct Area(double Left, double Top, double Width, double Height)
    {
        public double Right => Left + Width;

        public double Bottom => Top + Height;
    }

    private static Area Extent(SplitTree node, Func<SessionId, (int Columns, int Rows)> sizeOf)
    {
        if (node is SplitTree.Leaf leaf)
        {
            var (columns, rows) = sizeOf(leaf.Id);
            return new Area(0, 0, columns, rows);
        }

        var split = (SplitTree.Split)node;
        var parts = split.Children.Select(child => Extent(child, sizeOf)).ToList();
        return split.Vertical
            ? new Area(0, 0, parts.Sum(part => part.Width), parts.Max(part => part.Height))
            : new Area(0, 0, parts.Max(part => part.Width), parts.Sum(part => part.Height));
    }

    private static void Place(SplitTree node, Area area, Func<SessionId, (int Columns, int Rows)> sizeOf, Dictionary<SessionId, Area> areas)
    {
        if (node is SplitTree.Leaf leaf)
        {
            areas[leaf.Id] = area;
            return;
        }

        var split = (SplitTree.Split)node;
        var wanted = split.Children.Select(child => Extent(child, sizeOf)).ToList();
        var total = wanted.Sum(part => split.Vertical ? part.Width : part.Height);
        var (left, top) = (area.Left, area.Top);
        for (var i = 0; i < split.Children.Count; i++)
        {
            var share = (split.Vertical ? wanted[i].Width : wanted[i].Height) / total;
            var part = split.Vertical
                ? new Area(left, area.Top, area.Width * share, area.Height)
                : new Area(area.Left, top, area.Width, area.Height * share);
            Place(split.Children[i], part, sizeOf, areas);
            left = part.Right;
            top = part.Bottom;
        }
    }

    private static bool Touches(Area from, Area other, WorkspaceProtocol.Direction direction) => Shared(from, other, direction) > 0 && direction switch
    {
        WorkspaceProtocol.Direction.Left => Near(other.Right, from.Left),
        WorkspaceProtocol.Direction.Right => Near(other.Left, from.Right),
        WorkspaceProtocol.Direction.Above => Near(other.Bottom, from.Top),
        _ => Near(other.Top, from.Bottom),
    };

    private static double Shared(Area a, Area b, WorkspaceProtocol.Direction direction) =>
        direction is WorkspaceProtocol.Direction.Left or WorkspaceProtocol.Direction.Right
            ? Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top)
            : Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left);

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-6;
}
