using ActorTerm.Protocol;
using Status = ActorTerm.Protocol.NotificationResponse.Types.Status;

namespace ActorTerm.Client.Tests;

public sealed class SubscriptionTests
{
    private static Notification New(string session) => new() { NewSessionNotification = new() { SessionId = session } };

    [Fact]
    public async Task It_is_in_force_when_it_is_handed_out_and_keeps_the_order()
    {
        await using var host = (await StandInHost.StartAsync()).WhenSubscribed();
        await using var connection = await host.ConnectAsync();

        await using var sessions = await connection.App.WatchNewSessionsAsync();
        foreach (var id in new[] { "A", "B", "C" }) await host.NotifyAsync(New(id));
        await using var reading = sessions.GetAsyncEnumerator();

        Assert.Equal(["A", "B", "C"], [(await reading.NextAsync()).Id, (await reading.NextAsync()).Id, (await reading.NextAsync()).Id]);
        var expected = new NotificationRequest { NotificationType = NotificationType.NotifyOnNewSession, Session = "all", Subscribe = true };
        Assert.Equal(expected, host.Seen.Single().NotificationRequest);
    }

    [Fact]
    public async Task The_host_is_asked_once_and_told_when_the_last_one_leaves()
    {
        await using var host = (await StandInHost.StartAsync()).WhenSubscribed();
        await using var connection = await host.ConnectAsync();

        var first = await connection.App.WatchTerminatedSessionsAsync();
        var second = await connection.App.WatchTerminatedSessionsAsync();
        await first.DisposeAsync();
        await host.NotifyAsync(new() { TerminateSessionNotification = new() { SessionId = "A" } });
        await using var reading = second.GetAsyncEnumerator();
        Assert.Equal("A", (await reading.NextAsync()).Id);
        await second.DisposeAsync();

        Assert.Equal([true, false], host.Seen.Select(request => request.NotificationRequest.Subscribe));
        Assert.False(await reading.MoveNextAsync().AsTask().WithinPatience());
    }

    [Fact]
    public async Task Leaving_ends_the_loop_behind_what_came_before()
    {
        await using var host = (await StandInHost.StartAsync()).WhenSubscribed().When(Asked.FocusRequest, _ => new() { FocusResponse = new() });
        await using var connection = await host.ConnectAsync();

        var sessions = await connection.App.WatchNewSessionsAsync();
        await host.NotifyAsync(New("A"));
        await connection.App.GetFocusAsync();                      // what came before its answer has been heard
        await sessions.DisposeAsync();
        await sessions.DisposeAsync();

        var heard = new List<string>();
        await foreach (var session in sessions) heard.Add(session.Id);
        Assert.Equal(["A"], heard);
    }

    [Theory]
    [InlineData(Status.AlreadySubscribed, null)]
    [InlineData(Status.SessionNotFound, "subscribe (NOTIFY_ON_PROMPT of A): SESSION_NOT_FOUND")]
    public async Task An_answer_of_no_is_an_exception_and_of_already_is_not(Status status, string? message)
    {
        await using var host = await StandInHost.StartAsync();
        host.When(Asked.NotificationRequest, _ => new() { NotificationResponse = new() { Status = status } });
        await using var connection = await host.ConnectAsync();

        var thrown = await Record.ExceptionAsync(() => connection.App.Session("A").WatchPromptsAsync());

        Assert.Equal(message, thrown?.Message);
    }

    [Fact]
    public async Task A_subscription_that_was_refused_leaves_nothing_behind()
    {
        await using var host = await StandInHost.StartAsync();
        var status = Status.SessionNotFound;
        host.When(Asked.NotificationRequest, _ => new() { NotificationResponse = new() { Status = status } });
        await using var connection = await host.ConnectAsync();
        await Assert.ThrowsAsync<RequestFailedException>(() => connection.App.Session("A").WatchPromptsAsync());
        var before = host.Seen.Count;

        status = Status.Ok;
        await using var events = await connection.App.Session("A").WatchPromptsAsync();

        Assert.True(host.Seen[before].NotificationRequest.Subscribe);    // asked again, so it was forgotten
    }

    [Fact]
    public async Task One_that_is_not_read_ends_with_a_reason_and_the_others_go_on()
    {
        await using var host = (await StandInHost.StartAsync()).WhenSubscribed().When(Asked.FocusRequest, _ => new() { FocusResponse = new() });
        await using var connection = await host.ConnectAsync(options => options with { NotificationQueue = 2 });
        await using var unread = await connection.App.WatchNewSessionsAsync();
        await using var read = await connection.App.WatchNewSessionsAsync();
        await using var reading = read.GetAsyncEnumerator();

        foreach (var id in new[] { "A", "B", "C" })
        {
            await host.NotifyAsync(New(id));
            Assert.Equal(id, (await reading.NextAsync()).Id);
        }
        await connection.App.GetFocusAsync();                      // every listener has heard C

        var heard = new List<string>();
        var end = await Assert.ThrowsAsync<SubscriptionOverflowException>(async () =>
        {
            await foreach (var session in unread) heard.Add(session.Id);
        });
        Assert.Equal(["A", "B"], heard);
        Assert.Equal("new sessions: 2 notifications waited unread (ConnectOptions.NotificationQueue), so the subscription has ended", end.Message);
    }

    [Fact]
    public async Task When_the_connection_ends_so_does_the_loop_with_the_reason()
    {
        await using var host = (await StandInHost.StartAsync()).WhenSubscribed();
        await using var connection = await host.ConnectAsync();
        var sessions = await connection.App.WatchNewSessionsAsync();
        await host.NotifyAsync(New("A"));
        await host.CloseAsync((System.Net.WebSockets.WebSocketCloseStatus)1001, "the host stops");
        await using var reading = sessions.GetAsyncEnumerator();

        Assert.Equal("A", (await reading.NextAsync()).Id);
        var end = await Assert.ThrowsAsync<ConnectionLostException>(() => reading.MoveNextAsync().AsTask().WithinPatience());
        Assert.Equal("the host closed the connection: the host stops (1001)", end.Message);
        await sessions.DisposeAsync();                             // and leaving is no error
    }

    [Fact]
    public async Task Focus_and_broadcast_domains_are_heard_as_handles()
    {
        await using var host = (await StandInHost.StartAsync()).WhenSubscribed();
        await using var connection = await host.ConnectAsync();

        await using var focus = await connection.App.WatchFocusAsync();
        await using var domains = await connection.App.WatchBroadcastDomainsAsync();
        await host.NotifyAsync(new() { FocusChangedNotification = new() { Session = "A" } });
        await host.NotifyAsync(new() { BroadcastDomainsChanged = new() { BroadcastDomains = { new BroadcastDomain { SessionIds = { "A", "B" } } } } });
        await using var readingFocus = focus.GetAsyncEnumerator();
        await using var readingDomains = domains.GetAsyncEnumerator();

        Assert.Equal(new FocusChange.ActiveSession(connection.App.Session("A")), await readingFocus.NextAsync());
        Assert.Equal([connection.App.Session("A"), connection.App.Session("B")], (await readingDomains.NextAsync()).Single());
    }
}
