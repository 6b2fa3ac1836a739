using ActorTerm.Client;
using ActorTerm.Journeys.Rig;
using ActorTerm.Protocol;

namespace ActorTerm.Journeys;

/// <summary>Windows, tabs and panes, and the order in which scripts hear of their changes.</summary>
public class TreeJourneys(SharedHost shared) : Journey(shared)
{
    [Fact]
    public async Task A_split_stands_beside_its_session_and_a_tab_behind_the_others()
    {
        var first = await App.CreateSessionAsync(new NewSession { Command = ["cat"] }).Within("first");
        var left = await App.CreateSessionAsync(new NewSession
        {
            Command = ["cat"],
            Placement = new Placement.SplitOf(first.Session.Id, Vertical: true, Before: true),
        }).Within("split");
        var tab = await App.CreateSessionAsync(new NewSession { Command = ["cat"], Placement = new Placement.TabOf(first.Window.Id) }).Within("tab");

        var window = Assert.Single((await App.GetLayoutAsync().Within("layout")).Windows);

        Assert.Equal(first.Window, window.Window);
        Assert.Equal([first.Tab, tab.Tab], window.Tabs.Select(one => one.Tab));
        Assert.True(window.Tabs[0].Root.Vertical);
        Assert.Equal([left.Session, first.Session], window.Tabs[0].Sessions);
        Assert.Equal(tab.Session, await App.GetCurrentSessionAsync().Within("current session"));

        await first.Session.ActivateAsync().Within("activation");
        Assert.Equal(first.Session, await App.GetCurrentSessionAsync().Within("current session"));
    }

    [Fact]
    public async Task Closing_a_tab_or_a_window_closes_what_is_in_it()
    {
        var first = await App.CreateSessionAsync(new NewSession { Command = ["cat"] }).Within("first");
        await App.CreateSessionAsync(new NewSession { Command = ["cat"], Placement = new Placement.SplitOf(first.Session.Id) }).Within("split");
        var second = await App.CreateSessionAsync(new NewSession { Command = ["cat"], Placement = new Placement.TabOf(first.Window.Id) }).Within("tab");

        await first.Tab.CloseAsync().Within("close of the tab");
        Assert.Equal([second.Session.Id], (await App.ListSessionsAsync().Within("list")).Select(session => session.Id));

        await first.Window.CloseAsync().Within("close of the window");
        Assert.Empty((await App.GetLayoutAsync().Within("layout")).Windows);
    }

    [Fact]
    public async Task After_a_creation_a_script_hears_layout_focus_and_session_before_the_answer()
    {
        await using var script = await RawScript.ConnectAsync(Host);
        await script.SubscribeAsync(NotificationType.NotifyOnNewSession, NotificationType.NotifyOnFocusChange, NotificationType.NotifyOnLayoutChange);

        var id = await script.SendAsync(new() { CreateTabRequest = new() });
        var heard = await script.ReceiveThroughAsync(id);

        Assert.Equal(CreateTabResponse.Types.Status.Ok, heard[^1].CreateTabResponse.Status);
        Assert.Equal("LFNR", Order(heard));
        var session = heard[^1].CreateTabResponse.SessionId;
        Assert.Contains(heard, one => one.Notification?.NewSessionNotification?.SessionId == session);
    }

    [Fact]
    public async Task After_a_close_a_script_hears_layout_focus_and_termination_before_the_answer()
    {
        await QuietAsync();
        var doomed = await QuietAsync();
        await using var script = await RawScript.ConnectAsync(Host);
        await script.SubscribeAsync(NotificationType.NotifyOnTerminateSession, NotificationType.NotifyOnFocusChange, NotificationType.NotifyOnLayoutChange);

        var id = await script.SendAsync(new() { CloseRequest = new() { Sessions = new() { SessionIds = { doomed.Id } }, Force = true } });
        var heard = await script.ReceiveThroughAsync(id);

        Assert.Single(heard, one => one.Notification?.TerminateSessionNotification?.SessionId == doomed.Id);
        Assert.Equal("R", Order(heard)[^1..]);
        Assert.Contains("LF", Order(heard), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_subscription_gives_each_event_once_and_a_second_one_is_refused()
    {
        await using var script = await RawScript.ConnectAsync(Host);
        await script.SubscribeAsync(NotificationType.NotifyOnNewSession);

        var again = await script.AskAsync(new() { NotificationRequest = new() { Subscribe = true, NotificationType = NotificationType.NotifyOnNewSession } });
        var heard = await script.ReceiveThroughAsync(await script.SendAsync(new() { CreateTabRequest = new() }));

        Assert.Equal(NotificationResponse.Types.Status.AlreadySubscribed, again.NotificationResponse.Status);
        Assert.Equal("NR", Order(heard));
    }

    /// <summary>One letter for each run of messages of one kind.</summary>
    private static string Order(IEnumerable<ServerOriginatedMessage> heard)
    {
        var letters = heard.Select(one => one.Notification switch
        {
            null => 'R',
            { LayoutChangedNotification: not null } => 'L',
            { FocusChangedNotification: not null } => 'F',
            { NewSessionNotification: not null } => 'N',
            { TerminateSessionNotification: not null } => 'T',
            _ => '?',
        });
        return letters.Aggregate("", (order, letter) => order.EndsWith(letter) ? order : order + letter);
    }
}
