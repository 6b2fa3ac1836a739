using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Workspace;

namespace ActorTerm.Runtime.Tests.Workspace;

public sealed class SplitTreeTests
{
    private readonly SessionId _a = SessionId.New();
    private readonly SessionId _b = SessionId.New();
    private readonly SessionId _c = SessionId.New();

    [Fact]
    public void A_split_in_the_other_direction_makes_an_inner_node()
    {
        var row = SplitTree.Add(SplitTree.Of(_a), _a, _b, vertical: true, before: false);

        var tree = SplitTree.Add(row, _b, _c, vertical: false, before: true);

        Assert.True(tree.Vertical);
        Assert.Equal([_a, _c, _b], tree.Sessions);
        var inner = Assert.IsType<SplitTree.Split>(tree.Children[1]);
        Assert.False(inner.Vertical);
    }

    [Fact]
    public void A_split_in_the_same_direction_stays_in_one_row()
    {
        var row = SplitTree.Add(SplitTree.Of(_a), _a, _b, vertical: true, before: false);

        var tree = SplitTree.Add(row, _a, _c, vertical: true, before: false);

        Assert.Equal([_a, _c, _b], tree.Sessions);
        Assert.All(tree.Children, child => Assert.IsType<SplitTree.Leaf>(child));
    }

    [Fact]
    public void Any_tree_comes_about_again_from_its_splits()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var tree = SplitTree.Of(_a);
            for (var panes = random.Next(12); panes > 0; panes--)
                tree = SplitTree.Add(tree, tree.Sessions.ElementAt(random.Next(tree.Sessions.Count())), SessionId.New(), random.Next(2) == 0, random.Next(2) == 0);

            var again = SplitTree.Of(tree.Sessions.First());
            foreach (var (session, beside, vertical) in SplitTree.Splits(tree)) again = SplitTree.Add(again, beside, session, vertical, before: false);

            Assert.True(Shape(tree) == Shape(again), $"seed {seed}: {Shape(tree)} is not {Shape(again)}");
        }

        static string Shape(SplitTree node) => node is SplitTree.Split split
            ? (split.Children.Count == 1 ? "" : split.Vertical ? "|" : "-") + "(" + string.Join(" ", split.Children.Select(Shape)) + ")"
            : ((SplitTree.Leaf)node).Id.ToString();
    }

    [Fact]
    public void An_inner_node_left_with_one_child_gives_way_to_it()
    {
        var tree = SplitTree.Add(SplitTree.Add(SplitTree.Of(_a), _a, _b, true, false), _b, _c, false, false);

        var rest = SplitTree.Remove(tree, _c)!;

        Assert.Equal([new SplitTree.Leaf(_a), new SplitTree.Leaf(_b)], rest.Children);
    }

    [Fact]
    public void The_last_session_takes_the_tree_with_it() => Assert.Null(SplitTree.Remove(SplitTree.Of(_a), _a));

    [Fact]
    public void The_root_that_is_left_with_one_inner_node_becomes_that_node()
    {
        var tree = SplitTree.Add(SplitTree.Add(SplitTree.Of(_a), _a, _b, true, false), _b, _c, false, false);

        var rest = SplitTree.Remove(tree, _a)!;

        Assert.False(rest.Vertical);
        Assert.Equal([_b, _c], rest.Sessions);
    }
}
