using ActorTerm.Protocol;
using WindowStatus = ActorTerm.Protocol.FocusChangedNotification.Types.Window.Types.WindowStatus;

namespace ActorTerm.Client.Tests;

public sealed class LayoutTests
{
    /// <summary>One window with two tabs: A beside (B above C), and D.</summary>
    private static ListSessionsResponse Tree { get; } = new()
    {
        Windows =
        {
            new ListSessionsResponse.Types.Window
            {
                WindowId = "pty-1",
                Number = 3,
                Tabs = { Tab("1", Node(true, Leaf("A", 40, 24), Link(Node(false, Leaf("B", 39, 12), Leaf("C", 39, 11))))), Tab("2", Node(false, Leaf("D", 80, 24))) },
            },
        },
        BuriedSessions = { new SessionSummary { UniqueIdentifier = "E" } },
    };

    [Fact]
    public async Task The_layout_is_a_tree_of_windows_tabs_and_splits()
    {
        await using var host = await StandInHost.StartAsync();
        host.When(Asked.ListSessionsRequest, _ => new() { ListSessionsResponse = Tree });
        await using var connection = await host.ConnectAsync();

        var layout = await connection.App.GetLayoutAsync();

        var window = layout.Windows.Single();
        Assert.Equal(("pty-1", 3), (window.Window.Id, window.Number));
        Assert.Equal(["1", "2"], window.Tabs.Select(tab => tab.Tab.Id));
        Assert.Equal(["A", "B", "C"], window.Tabs[0].Sessions.Select(session => session.Id));
        Assert.Equal(["A", "B", "C", "D"], layout.Sessions.Select(session => session.Id));
        Assert.Equal(["E"], layout.Buried.Select(session => session.Id));
        Assert.True(window.Tabs[0].Root.Vertical);
        var inner = Assert.IsType<Split>(window.Tabs[0].Root.Children[1]);
        Assert.False(inner.Vertical);
        Assert.Equal(new Pane(connection.App.Session("C"), "title of C", 39, 11), inner.Children[1]);
    }

    [Fact]
    public async Task A_new_layout_is_heard_whole()
    {
        await using var host = (await StandInHost.StartAsync()).WhenSubscribed();
        await using var connection = await host.ConnectAsync();

        await using var layouts = await connection.App.WatchLayoutAsync();
        await host.NotifyAsync(new() { LayoutChangedNotification = new() { ListSessionsResponse = Tree } });
        await using var reading = layouts.GetAsyncEnumerator();

        Assert.Equal(["A", "B", "C", "D"], (await reading.NextAsync()).Sessions.Select(session => session.Id));
    }

    [Fact]
    public async Task The_focus_is_a_list_of_facts()
    {
        await using var host = await StandInHost.StartAsync();
        host.When(Asked.FocusRequest, _ => new()
        {
            FocusResponse = new()
            {
                Notifications =
                {
                    new FocusChangedNotification { ApplicationActive = true },
                    new FocusChangedNotification { Window = new() { WindowStatus = WindowStatus.TerminalWindowBecameKey, WindowId = "pty-1" } },
                    new FocusChangedNotification { Window = new() { WindowStatus = WindowStatus.TerminalWindowResignedKey } },
                    new FocusChangedNotification { SelectedTab = "1" },
                    new FocusChangedNotification { Session = "A" },
                    new FocusChangedNotification(),
                },
            },
        });
        await using var connection = await host.ConnectAsync();
        var app = connection.App;

        FocusChange[] expected =
        [
            new FocusChange.ApplicationActive(true),
            new FocusChange.KeyWindow(app.Window("pty-1")),
            new FocusChange.KeyWindow(null),
            new FocusChange.SelectedTab(app.Tab("1")),
            new FocusChange.ActiveSession(app.Session("A")),
        ];
        Assert.Equal(expected, await app.GetFocusAsync());
    }

    [Fact]
    public async Task The_current_session_is_the_active_one_and_null_without_one()
    {
        await using var host = await StandInHost.StartAsync();
        host.When(Asked.VariableRequest, _ => new() { VariableResponse = new() { Values = { "\"A\"" } } });
        await using var connection = await host.ConnectAsync();

        var current = await connection.App.GetCurrentSessionAsync();
        host.When(Asked.VariableRequest, _ => new() { VariableResponse = new() { Status = VariableResponse.Types.Status.SessionNotFound } });
        var none = await connection.App.GetCurrentSessionAsync();

        Assert.Equal(connection.App.Session("A"), current);
        Assert.Null(none);
    }

    [Fact]
    public async Task Handles_on_the_same_thing_are_equal_and_others_are_not()
    {
        await using var host = await StandInHost.StartAsync();
        await using var connection = await host.ConnectAsync();
        var app = connection.App;

        Assert.Equal(app.Session("A"), app.Session("A"));
        Assert.Equal(app.Session("A").GetHashCode(), app.Session("A").GetHashCode());
        Assert.NotEqual(app.Session("A"), app.Session("B"));
        Assert.False(app.Session("1").Equals(app.Tab("1")));
        Assert.Equal("A", $"{app.Session("A")}");
    }

    private static ListSessionsResponse.Types.Tab Tab(string id, SplitTreeNode root) => new() { TabId = id, Root = root };

    private static SplitTreeNode Node(bool vertical, params SplitTreeNode.Types.SplitTreeLink[] links) => new() { Vertical = vertical, Links = { links } };

    private static SplitTreeNode.Types.SplitTreeLink Link(SplitTreeNode node) => new() { Node = node };

    private static SplitTreeNode.Types.SplitTreeLink Leaf(string id, int columns, int rows) =>
        new() { Session = new() { UniqueIdentifier = id, Title = $"title of {id}", GridSize = new() { Width = columns, Height = rows } } };
}
