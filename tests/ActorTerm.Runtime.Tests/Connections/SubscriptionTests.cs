using ActorTerm.Language;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Variables;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Runtime.Tests.Connections;

/// <summary>What a script asks to be told, whom its connection asks for that, and what it answers.</summary>
public sealed class SubscriptionTests : ConnectionKit
{
    private readonly SessionId _session = SessionId.New();
    private readonly IActorRef _connection;
    private readonly FakeLink _link;

    public SubscriptionTests()
    {
        Settings = new() { MaxSubscriptions = 3 };
        (_connection, _link) = Open();
    }

    [Fact]
    public void Events_of_the_tree_are_asked_for_together_and_given_up_one_by_one()
    {
        Subscribe(new TreeTopic(WorkspaceProtocol.TreeEvents.Added));
        Subscribe(new TreeTopic(WorkspaceProtocol.TreeEvents.Layout));
        ExpectSaid(_link, SubscribeResult.Ok);
        ExpectSaid(_link, SubscribeResult.Ok);
        Assert.Equal(WorkspaceProtocol.TreeEvents.Added, Heard());
        Assert.Equal(WorkspaceProtocol.TreeEvents.Added | WorkspaceProtocol.TreeEvents.Layout, Heard());

        Unsubscribe(new TreeTopic(WorkspaceProtocol.TreeEvents.Added));
        ExpectSaid(_link, SubscribeResult.Ok);
        Assert.Equal(WorkspaceProtocol.TreeEvents.Layout, Heard());

        WorkspaceProtocol.TreeEvents Heard() => Workspace.ExpectMsg<WorkspaceProtocol.HearTree>().Events;
    }

    [Fact]
    public void Changes_of_profiles_are_asked_for_together_and_told_to_who_follows_the_one_that_changed()
    {
        Subscribe(new ProfileTopic("one"));
        Subscribe(new ProfileTopic("two"));
        Subscribe(new ProfileTopic("two"));
        Assert.Equal(WorkspaceProtocol.TreeEvents.Profiles, Heard());
        Assert.Equal(WorkspaceProtocol.TreeEvents.Profiles, Heard());
        ExpectSaid(_link, SubscribeResult.Ok);
        ExpectSaid(_link, SubscribeResult.Ok);
        ExpectSaid(_link, SubscribeResult.Already);

        _connection.Tell(new WorkspaceProtocol.ProfileChanged("three"));
        _connection.Tell(new WorkspaceProtocol.ProfileChanged("two"));
        Assert.Equal(new WorkspaceProtocol.ProfileChanged("two"), _link.Next<WorkspaceProtocol.ProfileChanged>());

        Unsubscribe(new ProfileTopic("two"));
        ExpectSaid(_link, SubscribeResult.Ok);
        Assert.Equal(WorkspaceProtocol.TreeEvents.Profiles, Heard());
        _connection.Tell(new WorkspaceProtocol.ProfileChanged("two"));
        Unsubscribe(new ProfileTopic("one"));
        ExpectSaid(_link, SubscribeResult.Ok);
        Assert.Equal(WorkspaceProtocol.TreeEvents.None, Heard());

        WorkspaceProtocol.TreeEvents Heard() => Workspace.ExpectMsg<WorkspaceProtocol.HearTree>().Events;
    }

    [Fact]
    public void The_same_subscription_twice_is_one_and_its_end_twice_is_none()
    {
        Subscribe(new TreeTopic(WorkspaceProtocol.TreeEvents.Focus));
        Subscribe(new TreeTopic(WorkspaceProtocol.TreeEvents.Focus));
        Unsubscribe(new TreeTopic(WorkspaceProtocol.TreeEvents.Focus));
        Unsubscribe(new TreeTopic(WorkspaceProtocol.TreeEvents.Focus));

        ExpectSaid(_link, SubscribeResult.Ok);
        ExpectSaid(_link, SubscribeResult.Already);
        ExpectSaid(_link, SubscribeResult.Ok);
        ExpectSaid(_link, SubscribeResult.NotSubscribed);
    }

    [Fact]
    public void The_same_asked_again_while_the_first_is_looked_into_is_one()
    {
        Subscribe(Screen("active"));
        Subscribe(Screen("active"));
        var first = ExpectQuestion<WorkspaceProtocol.Resolve>();
        var second = ExpectQuestion<WorkspaceProtocol.Resolve>();

        first.Answer(new WorkspaceProtocol.ResolvedTo(SessionTarget.Of(_session)));
        second.Answer(new WorkspaceProtocol.ResolvedTo(SessionTarget.Of(_session)));

        ExpectSaid(_link, SubscribeResult.Ok);
        ExpectSaid(_link, SubscribeResult.Already);
    }

    [Fact]
    public void A_session_is_heard_once_what_it_means_is_known()
    {
        Subscribe(Screen("active"));
        var (question, answer) = ExpectQuestion<WorkspaceProtocol.Resolve>();
        Assert.True(question.Target.IsActive);
        Assert.True(_link.IsQuiet);

        answer(new WorkspaceProtocol.ResolvedTo(SessionTarget.Of(_session)));

        ExpectSaid(_link, SubscribeResult.Ok);
        Assert.Equal(
            new WorkspaceProtocol.HearSessions(SessionTarget.Of(_session), SessionsProtocol.SessionEvents.Screen),
            Workspace.ExpectMsg<WorkspaceProtocol.HearSessions>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("no id")]
    [InlineData("6F9619FF-8B86-D011-B42D-00C04FC964FF")]
    public void A_session_that_is_not_there_is_no_session(string target)
    {
        Subscribe(Screen(target));
        ExpectQuestion<WorkspaceProtocol.Resolve>().Answer(new WorkspaceProtocol.NotFound("no"));

        ExpectSaid(_link, SubscribeResult.NoSuchSession);
        Unsubscribe(Screen(target));
        ExpectSaid(_link, SubscribeResult.NotSubscribed);
    }

    [Fact]
    public void What_is_heard_of_all_is_part_of_what_is_heard_of_each()
    {
        Subscribe(Screen(_session.ToString()));
        ExpectQuestion<WorkspaceProtocol.Resolve>().Answer(new WorkspaceProtocol.ResolvedTo(SessionTarget.Of(_session)));
        Assert.Equal(SessionsProtocol.SessionEvents.Screen, Heard(SessionTarget.Of(_session)));

        Subscribe(new SessionTopic("all", SessionTopicKind.CustomSequence, SessionsProtocol.SessionEvents.CustomSequence));
        ExpectQuestion<WorkspaceProtocol.Resolve>().Answer(new WorkspaceProtocol.ResolvedTo(SessionTarget.All));
        Assert.Equal(SessionsProtocol.SessionEvents.CustomSequence, Heard(SessionTarget.All));
        Assert.Equal(SessionsProtocol.SessionEvents.CustomSequence | SessionsProtocol.SessionEvents.Screen, Heard(SessionTarget.Of(_session)));

        Unsubscribe(Screen(_session.ToString()));
        Assert.Equal(SessionsProtocol.SessionEvents.CustomSequence, Heard(SessionTarget.Of(_session)));

        SessionsProtocol.SessionEvents Heard(SessionTarget target)
        {
            var heard = Workspace.ExpectMsg<WorkspaceProtocol.HearSessions>();
            Assert.Equal(target, heard.Target);
            return heard.Events;
        }
    }

    [Fact]
    public void A_variable_is_monitored_in_its_scope_and_the_script_answered_when_the_monitor_runs()
    {
        var scope = new VariablesProtocol.ScopeHandle(VariablesProtocol.ScopeKind.Session, "S1");
        var topic = new VariableTopic(VariablesProtocol.ScopeKind.Session, "S1", "user.v");
        Subscribe(topic);
        var (question, answer) = ExpectQuestion<WorkspaceProtocol.FindScope>();
        Assert.Equal(new WorkspaceProtocol.ScopeTarget(VariablesProtocol.ScopeKind.Session, "S1"), question.Target);
        answer(new WorkspaceProtocol.ScopeFound(scope, null));
        var monitor = Monitors.ExpectMsg<VariablesProtocol.Monitor>();
        Assert.Equal((scope, "user.v"), (monitor.Scope, monitor.Name));
        Assert.True(_link.IsQuiet);

        Monitors.Reply(new VariablesProtocol.MonitorStarted(monitor.Tag));
        Monitors.Reply(new VariablesProtocol.VariableChanged(VariablesProtocol.ScopeKind.Session, "S1", "user.v", Value.Of(1L), monitor.Tag));

        ExpectSaid(_link, SubscribeResult.Ok);
        Assert.Equal(new MonitoredVariableChanged(VariablesProtocol.ScopeKind.Session, "S1", "user.v", Value.Of(1L)), _link.Next<MonitoredVariableChanged>());
        Unsubscribe(topic);
        Assert.Equal(monitor.Tag, Monitors.ExpectMsg<VariablesProtocol.Unmonitor>().Tag);
        ExpectSaid(_link, SubscribeResult.Ok);
    }

    [Fact]
    public void A_monitor_the_host_has_no_room_for_is_no_subscription()
    {
        var topic = new VariableTopic(VariablesProtocol.ScopeKind.Window, "all", "user.v");
        Subscribe(topic);
        var monitor = Monitors.ExpectMsg<VariablesProtocol.MonitorAll>();

        Monitors.Reply(new VariablesProtocol.MonitorRefused(monitor.Tag, "too many"));

        ExpectSaid(_link, SubscribeResult.BadIdentifier);
        Unsubscribe(topic);
        ExpectSaid(_link, SubscribeResult.NotSubscribed);
    }

    [Fact]
    public void All_tabs_cannot_be_monitored_and_a_scope_that_is_not_there_neither()
    {
        Subscribe(new VariableTopic(VariablesProtocol.ScopeKind.Tab, "all", "user.v"));
        ExpectSaid(_link, SubscribeResult.BadIdentifier);

        Subscribe(new VariableTopic(VariablesProtocol.ScopeKind.Tab, "7", "user.v"));
        ExpectQuestion<WorkspaceProtocol.FindScope>().Answer(new WorkspaceProtocol.NotFound("no"));
        ExpectSaid(_link, SubscribeResult.BadIdentifier);
    }

    [Fact]
    public void One_subscription_more_than_a_connection_may_have_is_refused_until_another_ends()
    {
        foreach (var e in (WorkspaceProtocol.TreeEvents[])[WorkspaceProtocol.TreeEvents.Added, WorkspaceProtocol.TreeEvents.Focus]) Subscribe(new TreeTopic(e));
        Subscribe(Screen("all"));
        Subscribe(new TreeTopic(WorkspaceProtocol.TreeEvents.Layout));      // the third, while the one before is looked into
        Workspace.ExpectMsg<WorkspaceProtocol.HearTree>();
        Workspace.ExpectMsg<WorkspaceProtocol.HearTree>();
        ExpectQuestion<WorkspaceProtocol.Resolve>().Answer(new WorkspaceProtocol.ResolvedTo(SessionTarget.All));
        Subscribe(new TreeTopic(WorkspaceProtocol.TreeEvents.Broadcast));

        for (var i = 0; i < 3; i++) ExpectSaid(_link, SubscribeResult.Ok);
        ExpectSaid(_link, SubscribeResult.BadIdentifier);
        ExpectSaid(_link, SubscribeResult.BadIdentifier);
        Unsubscribe(new TreeTopic(WorkspaceProtocol.TreeEvents.Added));
        ExpectSaid(_link, SubscribeResult.Ok);
        Subscribe(new TreeTopic(WorkspaceProtocol.TreeEvents.Broadcast));
        ExpectSaid(_link, SubscribeResult.Ok);
    }

    private static SessionTopic Screen(string target) => new(target, SessionTopicKind.Screen, SessionsProtocol.SessionEvents.Screen);

    private void Subscribe(Subscription topic) => _connection.Tell(new Subscribe(topic, result => new Said(result)));

    private void Unsubscribe(Subscription topic) => _connection.Tell(new Unsubscribe(topic, result => new Said(result)));
}
