using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Tests.Workspace;

public sealed class WindowTreeTests
{
    private readonly WindowTree _tree = new();
    private readonly SessionId _a = SessionId.New();
    private readonly SessionId _b = SessionId.New();
    private readonly SessionId _c = SessionId.New();

    [Fact]
    public void The_first_session_makes_a_window_that_has_the_focus()
    {
        var (window, tab, _) = _tree.AddTab(_a, null, null, select: false);

        Assert.Equal(window, _tree.Current);
        Assert.Equal(_a, _tree.ActiveSession);
        Assert.Equal(1, window.Number);
        Assert.Equal(1, tab.Id.Number);
    }

    [Fact]
    public void A_tab_that_is_not_selected_leaves_the_focus_alone()
    {
        var (window, _, _) = _tree.AddTab(_a, null, null, select: true);

        _tree.AddTab(_b, window, null, select: false);
        _tree.AddTab(_c, null, null, select: false);

        Assert.Equal(_a, _tree.ActiveSession);
    }

    [Theory]
    [InlineData(0, true, new[] { 2, 1 })]
    [InlineData(1, true, new[] { 1, 2 })]
    [InlineData(7, false, new[] { 1, 2 })]
    [InlineData(-1, false, new[] { 1, 2 })]
    public void A_tab_goes_where_it_is_asked_for_or_last(int index, bool honoured, int[] order)
    {
        var (window, _, _) = _tree.AddTab(_a, null, null, select: true);

        var added = _tree.AddTab(_b, window, index, select: true);

        Assert.Equal(honoured, added.IndexHonoured);
        Assert.Equal(order, window.Tabs.Select(tab => tab.Id.Number));
    }

    [Fact]
    public void The_last_session_of_a_tab_takes_it_and_its_window_along()
    {
        var (first, _, _) = _tree.AddTab(_a, null, null, select: true);
        _tree.AddTab(_b, null, null, select: true);

        _tree.Remove(_b);

        Assert.Equal([first], _tree.Windows);
        Assert.Equal(first, _tree.Current);
        Assert.False(_tree.TryFind(_b, out _));
    }

    [Fact]
    public void A_number_that_became_free_is_given_again_and_a_tabs_id_never()
    {
        var (first, _, _) = _tree.AddTab(_a, null, null, select: true);
        _tree.AddTab(_b, null, null, select: true);
        _tree.Remove(_a);

        var (again, tab, _) = _tree.AddTab(_c, null, null, select: true);

        Assert.Equal(first.Number, again.Number);
        Assert.Equal(3, tab.Id.Number);
    }

    [Fact]
    public void Of_several_free_numbers_a_new_window_gets_the_lowest()
    {
        var sessions = Enumerable.Range(0, 5).Select(_ => SessionId.New()).ToArray();
        foreach (var session in sessions) _tree.AddTab(session, null, null, select: true);
        foreach (var at in (int[])[3, 1, 4]) _tree.Remove(sessions[at]);

        var numbers = Enumerable.Range(0, 4).Select(_ => _tree.AddTab(SessionId.New(), null, null, select: true).Window.Number).ToArray();

        Assert.Equal([2, 4, 5, 6], numbers);
    }

    [Fact]
    public void Closing_the_active_pane_makes_its_neighbour_active()
    {
        _tree.AddTab(_a, null, null, select: true);
        _tree.Split(_a, _b, vertical: true, before: false);
        _tree.Split(_b, _c, vertical: true, before: false);

        _tree.Remove(_c);

        Assert.Equal(_b, _tree.ActiveSession);
    }

    [Fact]
    public void A_new_pane_is_active_only_when_the_one_that_was_split_was()
    {
        var (_, tab, _) = _tree.AddTab(_a, null, null, select: true);
        _tree.Split(_a, _b, vertical: true, before: false);

        _tree.Split(_a, _c, vertical: false, before: false);

        Assert.Equal(_b, tab.Active);
    }

    [Fact]
    public void Focus_changes_are_tabs_then_sessions_then_the_window()
    {
        _tree.AddTab(_a, null, null, select: true);
        var before = _tree.FocusState();

        var (window, tab, _) = _tree.AddTab(_b, null, null, select: true);

        Assert.Equal(
            [new SelectedTab(tab.Id), new ActiveSession(_b), new CurrentWindow(window.Id)],
            FocusChanges.Between(before, _tree.FocusState()));
    }

    [Fact]
    public void A_snapshot_shows_every_pane_where_it_stands()
    {
        var (window, tab, _) = _tree.AddTab(_a, null, null, select: true);
        _tree.Split(_a, _b, vertical: true, before: true);

        var snapshot = _tree.Snapshot(id => new PaneView(id, "t", 80, 24));

        var shown = Assert.Single(Assert.Single(snapshot.Windows).Tabs);
        Assert.Equal(window.Id, snapshot.Windows[0].Id);
        Assert.Equal((tab.Id, _b), (shown.Id, shown.Active));
        Assert.True(shown.Root.Vertical);
        Assert.Equal([_b, _a], shown.Root.Children.Cast<PaneView>().Select(pane => pane.Id));
    }
}
