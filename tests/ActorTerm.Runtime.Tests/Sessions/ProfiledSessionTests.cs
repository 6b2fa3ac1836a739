using ActorTerm.Language;
using ActorTerm.Runtime.Profiles;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Tests.Workspace;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Tests.Sessions;

/// <summary>What a profile gives to a session that is made of it.</summary>
public sealed class ProfiledSessionTests : WorkspaceKit
{
    [Fact]
    public void The_environment_of_a_profile_lies_over_the_hosts_and_under_that_of_the_request()
    {
        var pty = Open("""{"A": "profile", "B": "profile", "HOME": null}""", new Dictionary<string, string?> { ["B"] = "request" });

        Assert.Equal(("profile", "request"), (pty.Options.Environment!["A"], pty.Options.Environment["B"]));
        Assert.False(pty.Options.Environment.ContainsKey("HOME"));
    }

    [Fact]
    public void A_text_that_is_none_keeps_the_session_from_being_made_and_says_why()
    {
        Ask<Done>(new ApplyConfiguration([new ProfilesProtocol.ProfileSource("odd", [new(ProfilesProtocol.EnvironmentKey, Value.Parse("""{"A": "\ud800"}"""))])], null));

        var refused = Ask<NotCreated>(new CreateTab(null, null, true, new SessionsProtocol.SessionStart(Argv: ["cat"], Profile: "odd")));

        Assert.Contains("half a surrogate pair", refused.Text);
    }

    [Fact]
    public void The_title_of_a_profile_names_its_sessions_unless_they_are_named()
    {
        Ask<Done>(new ApplyConfiguration([new ProfilesProtocol.ProfileSource("titled", [new(ProfilesProtocol.TitleKey, Value.Of("by profile"))])], null));
        var one = Ask<Created>(new CreateTab(null, null, true, new SessionsProtocol.SessionStart(Argv: ["cat"], Profile: "titled")));
        var other = Ask<Created>(new CreateTab(null, null, true, new SessionsProtocol.SessionStart(Argv: ["cat"], Profile: "titled", Name: "by request")));

        Assert.Equal("by profile", AskSession<SessionsProtocol.SessionInfo>(one.Session, new SessionsProtocol.GetInfo()).Name);
        Assert.Equal("by request", AskSession<SessionsProtocol.SessionInfo>(other.Session, new SessionsProtocol.GetInfo()).Name);
    }

    private FakePty Open(string environment, IReadOnlyDictionary<string, string?> ofRequest)
    {
        Ask<Done>(new ApplyConfiguration([new ProfilesProtocol.ProfileSource("one", [new(ProfilesProtocol.EnvironmentKey, Value.Parse(environment))])], null));
        return Open(new SessionsProtocol.SessionStart(Argv: ["cat"], Profile: "one", Environment: ofRequest)).Pty;
    }
}
