using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Workspace;
using Direction = ActorTerm.Runtime.Workspace.WorkspaceProtocol.Direction;

namespace ActorTerm.Runtime.Tests.Workspace;

public sealed class NeighboursTests
{
    // a | b
    //   | c
    private readonly SessionId _a = SessionId.New();
    private readonly SessionId _b = SessionId.New();
    private readonly SessionId _c = SessionId.New();

    [Fact]
    public void Each_side_has_the_pane_that_touches_it()
    {
        var row = SplitTree.Add(SplitTree.Of(_a), _a, _b, vertical: true, before: false);
        var tree = SplitTree.Add(row, _b, _c, vertical: false, before: false);

        Assert.Equal(_a, Find(tree, _b, Direction.Left));
        Assert.Equal(_a, Find(tree, _c, Direction.Left));
        Assert.Equal(_c, Find(tree, _b, Direction.Below));
        Assert.Equal(_b, Find(tree, _c, Direction.Above));
        Assert.Contains(Find(tree, _a, Direction.Right), (SessionId?[])[_b, _c]);
        Assert.Null(Find(tree, _a, Direction.Left));
        Assert.Null(Find(tree, _b, Direction.Above));
    }

    [Fact]
    public void Of_two_on_one_side_the_longer_edge_wins()
    {
        var row = SplitTree.Add(SplitTree.Of(_a), _a, _b, vertical: true, before: false);
        var tree = SplitTree.Add(row, _b, _c, vertical: false, before: false);

        var right = Neighbours.Find(tree, _a, Direction.Right, id => (80, id == _c ? 40 : 10));

        Assert.Equal(_c, right);
    }

    private static SessionId? Find(SplitTree.Split tree, SessionId from, Direction direction) => Neighbours.Find(tree, from, direction, _ => (80, 24));
}
