using ActorTerm.Runtime.Identities;

namespace ActorTerm.Runtime.Workspace;

/// <summary>
/// The split panes of one tab: an immutable tree whose inner nodes alternate between side by side and stacked, and whose leaves are
/// sessions. The root is always a <see cref="Split"/>, with one child while the tab is not split.
/// </summary>
internal abstract record SplitTree
{
    private SplitTree()
    {
    }

    internal sealed record Leaf(SessionId Id) : SplitTree;

    internal sealed record Split(bool Vertical, IReadOnlyList<SplitTree> Children) : SplitTree;

    public static Split Of(SessionId only) => new(false, [new Leaf(only)]);

    /// <summary>The sessions in reading order: left to right, top to bottom.</summary>
    public IEnumerable<SessionId> Sessions => this switch
    {
        Leaf leaf => [leaf.Id],
        Split split => split.Children.SelectMany(child => child.Sessions),
        _ => [],
    };

    /// <summary>Puts <paramref name="added"/> beside <paramref name="existing"/>, which must be in the tree.</summary>
    public static Split Add(Split root, SessionId existing, SessionId added, bool vertical, bool before)
    {
        for (var i = 0; i < root.Children.Count; i++)
        {
            switch (root.Children[i])
            {
                case Leaf leaf when leaf.Id == existing:
                    return root.Vertical == vertical || root.Children.Count == 1
                        ? new Split(vertical, Insert(root.Children, before ? i : i + 1, new Leaf(added)))
                        : root with { Children = Replace(root.Children, i, Pair(leaf, new Leaf(added), vertical, before)) };
                case Split split when split.Sessions.Contains(existing):
                    return root with { Children = Replace(root.Children, i, Add(split, existing, added, vertical, before)) };
            }
        }

        throw new ArgumentException($"{existing} is not in this tab", nameof(existing));
    }

    /// <summary>Takes a session out; an inner node left with one child gives way to it. Null when nothing is left.</summary>
    public static Split? Remove(Split root, SessionId gone)
    {
        var children = root.Children.Select(child => Without(child, gone)).OfType<SplitTree>().ToArray();
        return children switch
        {
            [] => null,
            [Split only] => only,
            _ => root with { Children = children },
        };
    }

    /// <summary>Two sessions of the tree change places.</summary>
    public static Split Swap(Split root, SessionId one, SessionId other) => root with
    {
        Children = [.. root.Children.Select(child => child switch
        {
            Leaf leaf when leaf.Id == one => new Leaf(other),
            Leaf leaf when leaf.Id == other => new Leaf(one),
            Split split => Swap(split, one, other),
            _ => child,
        })],
    };

    /// <summary>How the tree comes about from its first session: which one is split off beside which, each beside one that is there by then.</summary>
    public static IEnumerable<(SessionId Session, SessionId Beside, bool Vertical)> Splits(SplitTree node)
    {
        if (node is not Split split) yield break;

        var firsts = split.Children.Select(child => child.Sessions.First()).ToList();
        for (var i = 1; i < firsts.Count; i++) yield return (firsts[i], firsts[i - 1], split.Vertical);
        foreach (var inner in split.Children.SelectMany(Splits)) yield return inner;
    }

    private static SplitTree? Without(SplitTree node, SessionId gone) => node switch
    {
        Leaf leaf => leaf.Id == gone ? null : leaf,
        Split split => Remove(split, gone) switch
        {
            { Children: [var only] } => only,
            var rest => rest,
        },
        _ => node,
    };

    private static Split Pair(SplitTree old, SplitTree added, bool vertical, bool before) =>
        new(vertical, before ? [added, old] : [old, added]);

    private static List<SplitTree> Insert(IReadOnlyList<SplitTree> children, int at, SplitTree added)
    {
        var list = children.ToList();
        list.Insert(at, added);
        return list;
    }

    private static SplitTree[] Replace(IReadOnlyList<SplitTree> children, int at, SplitTree replacement)
    {
        var list = children.ToArray();
        list[at] = replacement;
        return list;
    }
}
