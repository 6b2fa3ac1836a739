using ActorTerm.Language;
using ActorTerm.Runtime.Variables;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Tests.Variables;

public class MonitorsTests : VirtualTimeKit
{
    private readonly IActorRef _monitors;
    private readonly ScopeOwner _app;
    private readonly ScopeOwner _tab;
    private readonly ScopeOwner _session;

    public MonitorsTests()
    {
        _monitors = Sys.ActorOf(Actor.Of(() => new MonitorsActor(new VariableSettings { MaxMonitors = 3 })), "monitors");
        _app = Own(ScopeKind.App, "");
        _tab = Own(ScopeKind.Tab, "7");
        _session = Own(ScopeKind.Session, "S1");
        _session.Scope.PlaceIn(_tab.Scope, _monitors);
        _tab.Scope.MakeCurrent(_session.Scope, _monitors);
    }

    [Fact]
    public void Every_change_is_told_with_the_value_it_had_then()
    {
        Monitor(_session.Scope, "name", "tag");

        for (var n = 0; n < 1_000; n++) _session.Set("name", Value.Of((long)n));

        for (var n = 0; n < 1_000; n++) ExpectMsg(new VariableChanged(ScopeKind.Session, "S1", "name", Value.Of((long)n), "tag"));
    }

    [Fact]
    public void Setting_the_same_value_says_nothing_and_unsetting_says_null()
    {
        _session.Set("name", Value.Of("a"));
        Monitor(_session.Scope, "name", "tag");

        Assert.False(_session.Set("name", Value.Of("a")));
        Assert.True(_session.Set("name", Value.Null));
        Assert.False(_session.Set("name", Value.Null));

        ExpectMsg(new VariableChanged(ScopeKind.Session, "S1", "name", Value.Null, "tag"));
        Settle(_monitors);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_replaced_context_on_the_path_is_always_told()
    {
        var other = Own(ScopeKind.Session, "S2");
        Monitor(_tab.Scope, "currentSession.name", "tag");

        _tab.Scope.MakeCurrent(other.Scope, _monitors);
        _tab.Scope.MakeCurrent(other.Scope, _monitors);

        ExpectMsg(new VariableChanged(ScopeKind.Tab, "7", "currentSession.name", Value.Null, "tag"));
        Settle(_monitors);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void All_sessions_are_heard_those_made_later_too()
    {
        _monitors.Tell(new MonitorAll(TestActor, ScopeKind.Session, "user.x", "all"), TestActor);
        ExpectMsg(new MonitorStarted("all"));

        var later = Own(ScopeKind.Session, "S2");
        later.TrySetUser("x", Value.Of(1L), out _);
        _session.TrySetUser("x", Value.Of(2L), out _);
        _tab.TrySetUser("x", Value.Of(3L), out _);

        ExpectMsg(new VariableChanged(ScopeKind.Session, "S2", "user.x", Value.Of(1L), "all"));
        ExpectMsg(new VariableChanged(ScopeKind.Session, "S1", "user.x", Value.Of(2L), "all"));
        Settle(_monitors);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_monitor_ends_when_it_is_ended_and_with_its_subscriber()
    {
        var ending = CreateTestProbe();
        _monitors.Tell(new VariablesProtocol.Monitor(ending.Ref, _session.Scope, "name", 1), TestActor);
        ExpectMsg<MonitorStarted>();
        Monitor(_session.Scope, "name", "mine");
        _monitors.Tell(new Unmonitor(TestActor, "mine"), TestActor);
        Watch(ending.Ref);
        Sys.Stop(ending.Ref);
        ExpectTerminated(ending.Ref);

        _session.Set("name", Value.Of("unheard"));
        Settle(_monitors);

        ExpectNoMsg(TimeSpan.Zero);
        foreach (var tag in (object[])[1, 2, 3]) Monitor(_session.Scope, "name", tag);   // all three places are free again
    }

    [Fact]
    public void More_monitors_than_the_host_admits_are_refused_and_the_others_stay()
    {
        foreach (var tag in (object[])[1, 2, 3]) Monitor(_session.Scope, "name", tag);

        _monitors.Tell(new VariablesProtocol.Monitor(TestActor, _session.Scope, "name", 4), TestActor);
        ExpectMsg(new MonitorRefused(4, "this host has 3 monitors, as many as it admits (actorterm.variables.max-monitors)"));
        Monitor(_session.Scope, "other", 3);

        _session.Set("other", Value.Of("x"));
        ExpectMsg(new VariableChanged(ScopeKind.Session, "S1", "other", Value.Of("x"), 3));
    }

    [Fact]
    public void A_closed_scope_is_heard_no_more()
    {
        Monitor(_session.Scope, "name", "tag");

        _session.Close();
        _session.Set("name", Value.Of("unheard"));
        Settle(_monitors);

        ExpectNoMsg(TimeSpan.Zero);
    }

    private ScopeOwner Own(ScopeKind kind, string identifier) => new(new ScopeHandle(kind, identifier), _monitors, new VariableSettings());

    private void Monitor(ScopeHandle scope, string name, object tag)
    {
        _monitors.Tell(new VariablesProtocol.Monitor(TestActor, scope, name, tag), TestActor);
        ExpectMsg(new MonitorStarted(tag));
    }
}
