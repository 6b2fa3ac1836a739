using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Tests.Workspace;

public sealed class BroadcastGroupsTests
{
    private readonly BroadcastGroups _groups = new();
    private readonly SessionId _a = SessionId.New();
    private readonly SessionId _b = SessionId.New();
    private readonly SessionId _c = SessionId.New();
    private readonly WindowId _window = WindowId.New();

    [Fact]
    public void Members_of_a_group_are_peers_and_nobody_else()
    {
        Assert.Null(_groups.Replace([[_a, _b]], _ => _window));

        Assert.Equal([_b], _groups.PeersOf(_a));
        Assert.Empty(_groups.PeersOf(_c));
    }

    [Fact]
    public void A_session_in_two_groups_is_refused_and_nothing_changes()
    {
        _groups.Replace([[_a, _b]], _ => _window);

        Assert.Equal(BroadcastRefusal.NotDisjoint, _groups.Replace([[_a, _b], [_b, _c]], _ => _window));

        Assert.Equal([[_a, _b]], _groups.All);
    }

    [Fact]
    public void A_group_across_windows_is_refused() =>
        Assert.Equal(BroadcastRefusal.NotOneWindow, _groups.Replace([[_a, _b]], id => id == _a ? _window : WindowId.New()));

    [Fact]
    public void A_closed_session_leaves_its_group_and_one_left_alone_is_no_group()
    {
        _groups.Replace([[_a, _b]], _ => _window);

        Assert.True(_groups.Remove(_a));

        Assert.Empty(_groups.All);
        Assert.False(_groups.Remove(_c));
    }
}
