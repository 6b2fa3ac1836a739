using ActorTerm.Language;
using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Profiles;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Tests.Workspace;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Tests.Keys;

/// <summary>A key map with one wrong entry is refused whole at every way in; where the wire has room for a status only, an alert says why.</summary>
public sealed class WrongKeyMapTests : WorkspaceKit
{
    private const string Right = """{"0x61-0x40000": {"Action": 12, "Text": "before"}}""";
    private const string Wrong = """{"0x61-0x40000": {"Action": 12, "Text": "after"}, "0x62-0x40000": {"action": 12, "Text": "x"}}""";
    private const string Complaint = "0x62-0x40000: there is no \"Action\"";

    private static readonly KeyValuePair<string, Value>[] WrongKeys = [new("Badge Text", Value.Of("after")), new(KeysProtocol.KeyboardMap, Value.Parse(Wrong))];

    [Fact]
    public void In_a_session()
    {
        var (made, pty) = Open(With(Right));

        var refused = AskSession<SessionsProtocol.Rejected>(made.Session, new SessionsProtocol.SetProfile(WrongKeys));

        Assert.Contains(Complaint, refused.Text);
        var alert = AlertsProbe.ExpectMsg<AlertsProtocol.Raise>();
        Assert.Equal((made.Session, refused.Text), (alert.Session!.Value, alert.Message));
        Assert.Equal("before", Strike(made, pty));
        Assert.DoesNotContain(
            AskSession<SessionsProtocol.ProfileValues>(made.Session, new SessionsProtocol.GetProfile(["Badge Text"])).Properties, one => one.Value == Value.Of("after"));
    }

    [Fact]
    public void In_all_sessions_at_once()
    {
        var (made, pty) = Open(With(Right));

        var refused = Ask<SessionsProtocol.Rejected>(new ToSession(SessionTarget.All, new SessionsProtocol.SetProfile(WrongKeys)));

        Assert.Contains(Complaint, refused.Text);
        Assert.Equal(refused.Text, Alert());
        Assert.Equal("before", Strike(made, pty));
    }

    [Fact]
    public void In_a_shared_profile()
    {
        var guid = ProfilesProtocol.Profile.Default.Guid;
        Ask<Done>(new SetProfiles([guid], [new(KeysProtocol.KeyboardMap, Value.Parse(Right))]));

        var refused = Ask<SessionsProtocol.Rejected>(new SetProfiles([guid], WrongKeys));

        Assert.Contains(Complaint, refused.Text);
        Assert.Equal(refused.Text, Alert());
        var (made, pty) = Open();
        Assert.Equal("before", Strike(made, pty));
    }

    [Fact]
    public void Among_the_properties_of_a_new_session()
    {
        var refused = Ask<NotCreated>(new CreateTab(null, null, true, With(Wrong)));

        Assert.Equal(Refusal.BadProperty, refused.Why);
        Assert.Contains(Complaint, refused.Text);
        Assert.Equal(refused.Text, Alert());
        Assert.Empty(Ask<SessionList>(new ListSessions()).Sessions);
    }

    [Fact]
    public void In_an_imported_profile()
    {
        var json = Value.Parse($$"""{"Profiles": [{"Name": "one"}, {"Name": "two", "Keyboard Map": {{Wrong}}}]}""");

        var refused = Ask<SessionsProtocol.Rejected>(new ImportProfiles(json, null));

        Assert.Contains("profile two: ", refused.Text);
        Assert.Contains(Complaint, refused.Text);
        Assert.Single(Ask<ProfileList>(new ListProfiles(null)).Profiles);
    }

    [Fact]
    public void Among_the_bindings_of_all_sessions()
    {
        var (made, pty) = Open();
        Set(Right);

        var refused = Set(Wrong);

        Assert.Equal(PreferenceOutcome.InvalidValue, refused.Outcome);
        Assert.Contains($"preference \"GlobalKeyMap\": {Complaint}", Alert());
        Assert.Equal("before", Strike(made, pty));
    }

    private static SessionsProtocol.SessionStart With(string keys) =>
        new(Argv: ["cat"], ProfileOverrides: [new(KeysProtocol.KeyboardMap, Value.Parse(keys))]);

    private PreferenceSet Set(string keys) =>
        Assert.IsType<PreferenceSet>(Assert.Single(Ask<PreferenceResults>(new AccessPreferences([new SetPreference(KeysProtocol.GlobalKeyMap, keys)])).Results));

    private string Strike(Created made, Sessions.FakePty pty)
    {
        AskSession<SessionsProtocol.KeysTaken>(made.Session, new SessionsProtocol.StrikeKeys(["C-a"]));
        return pty.Input;
    }

    private string Alert() => AlertsProbe.ExpectMsg<AlertsProtocol.Raise>().Message;
}
