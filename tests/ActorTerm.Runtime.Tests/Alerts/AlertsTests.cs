using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Identities;
using static ActorTerm.Runtime.Alerts.AlertsProtocol;

namespace ActorTerm.Runtime.Tests.Alerts;

public class AlertsTests : VirtualTimeKit
{
    private readonly IActorRef _alerts;

    public AlertsTests() => _alerts = Sys.ActorOf(Actor.Of(() => new AlertsActor(new AlertSettings { Keep = 3, MaxText = 100 })));

    [Fact]
    public void An_alert_has_a_number_and_the_time_it_was_raised()
    {
        var (session, invocation) = (SessionId.New(), InvocationId.Next());
        Time.Advance(TimeSpan.FromSeconds(90));
        var now = Time.Now;

        _alerts.Tell(new Raise(AlertSource.Trigger, session, invocation, "In call to f: boom", ["show", "f"], "Traceback ..."));
        _alerts.Tell(new GetAlert(1), TestActor);

        var alert = ExpectMsg<Alert>();
        Assert.Equal(new Alert(1, now, AlertSource.Trigger, session, invocation, "In call to f: boom", alert.Chain, "Traceback ..."), alert);
        Assert.Equal(["show", "f"], alert.Chain);
    }

    [Fact]
    public void The_oldest_alert_gives_way_when_the_ring_is_full()
    {
        foreach (var text in (string[])["a", "b", "c", "d", "e"]) Raise(text);

        _alerts.Tell(new ListAlerts(), TestActor);
        Assert.Equal(["3 c", "4 d", "5 e"], ExpectMsg<AlertList>().Alerts.Select(alert => $"{alert.Id} {alert.Message}"));
        _alerts.Tell(new ListAlerts(After: 4), TestActor);
        Assert.Equal(["5 e"], ExpectMsg<AlertList>().Alerts.Select(alert => $"{alert.Id} {alert.Message}"));
        _alerts.Tell(new GetAlert(2), TestActor);
        Assert.Equal("there is no alert 2, or it was pushed out by newer ones", ExpectMsg<NoSuchAlert>().Text);
    }

    [Fact]
    public void Subscribers_hear_each_alert_once_until_they_leave_or_end()
    {
        var (staying, leaving, ending) = (CreateTestProbe(), CreateTestProbe(), CreateTestProbe());
        foreach (var probe in new[] { staying, staying, leaving, ending }) _alerts.Tell(new SubscribeAlerts(probe.Ref));
        Raise("first");
        foreach (var probe in new[] { staying, leaving, ending }) Assert.Equal("first", probe.ExpectMsg<Alert>().Message);

        _alerts.Tell(new UnsubscribeAlerts(leaving.Ref));
        Watch(ending.Ref);
        Sys.Stop(ending.Ref);
        ExpectTerminated(ending.Ref);
        Raise("second");

        Assert.Equal("second", staying.ExpectMsg<Alert>().Message);
        Settle(_alerts);
        staying.ExpectNoMsg(TimeSpan.Zero);
        leaving.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_traceback_that_is_too_long_keeps_both_ends()
    {
        var traceback = "begin" + new string('.', 500) + "end";

        _alerts.Tell(new Raise(AlertSource.Api, null, null, "short", [], traceback));
        _alerts.Tell(new GetAlert(1), TestActor);

        var kept = ExpectMsg<Alert>().Traceback!;
        Assert.StartsWith("begin", kept);
        Assert.EndsWith("end", kept);
        Assert.Contains("408 characters left out", kept);
        Assert.True(kept.Length < 150);
    }

    private void Raise(string text) => _alerts.Tell(new Raise(AlertSource.Api, null, null, text, []));
}
