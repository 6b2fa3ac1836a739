using ActorTerm.Language;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Triggers;
using static ActorTerm.Runtime.Triggers.TriggersProtocol;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Tests.Triggers;

/// <summary>Triggers of shared profiles: sessions made from then on have them.</summary>
public sealed class ProfileTriggersTests : TriggerKit
{
    private const string Exported = """
        {"Name":"work","Guid":"G1","Custom Command":"Yes","Command":"cat","Initial Text":"ls","Keyboard Map":{"0x61-0x0":{"Action":10,"Text":"x"},"0x62-0x0":{"Action":35,"Text":"rm x"}},
         "Triggers":[{"action":"SendTextTrigger","regex":"q","parameter":"a"},7]}
        """;

    [Fact]
    public void What_is_imported_is_off_until_it_is_enabled_and_says_all_that_it_would_run()
    {
        var imported = Assert.Single(Ask<Imported>(new ImportProfiles(Value.Parse(Exported), null)).Profiles);

        Assert.Equal(("work", "G1", "cat", "ls", 2), (imported.Name, imported.Guid, imported.Command, imported.InitialText, imported.KeyBindings));
        Assert.Equal("rm x", Assert.Single(imported.Keys).Action.Text);
        Assert.Equal([false, false], imported.Triggers.All.Select(trigger => trigger.Entry.IsOn));
        var enabled = Ask<TriggersProtocol.Triggers>(new OfProfile("work", new EnableTrigger("1", true)));
        Assert.True(enabled.All[0].Entry.IsOn);
        var (made, pty) = Open(new SessionsProtocol.SessionStart(Argv: ["cat"], Profile: "work"));
        pty.Print("q\r\n");
        Settle(made.Session);
        Assert.Equal("a", pty.Input);
    }

    [Fact]
    public void Several_profiles_are_taken_in_together_or_none()
    {
        var both = Ask<Imported>(new ImportProfiles(Value.Parse("""{"Profiles":[{"Name":"one"},{"Name":"two"}]}"""), null));
        Assert.Equal(["one", "two"], both.Profiles.Select(profile => profile.Name));

        Assert.Contains("named two already", Refused("""{"Profiles":[{"Name":"three"},{"Name":"two"}]}"""));
        Assert.IsType<NotFound>(Ask<object>(new OfProfile("three", new ListTriggers())));
    }

    [Theory]
    [InlineData("[]", null, "no exported profile")]
    [InlineData("{}", null, "no exported profile")]
    [InlineData("""{"Profiles":[{"Guid":"x"}]}""", null, "has no Name")]
    [InlineData("""{"Name":"x","Columns":"wide"}""", null, "profile x: profile property")]
    [InlineData("""{"Profiles":[{"Name":"a"},{"Name":"b"}]}""", "c", "cannot all be named c")]
    [InlineData("""{"Name":"Default"}""", null, "named Default already")]
    public void What_is_no_profile_is_refused(string json, string? name, string complaint) => Assert.Contains(complaint, Refused(json, name));

    [Fact]
    public void The_same_profile_imported_again_takes_the_place_of_the_first()
    {
        Ask<Imported>(new ImportProfiles(Value.Parse(Exported), null));
        Ask<TriggersProtocol.Triggers>(new OfProfile("work", new EnableTrigger("1", true)));

        Ask<Imported>(new ImportProfiles(Value.Parse(Exported), null));

        Assert.False(Ask<TriggersProtocol.Triggers>(new OfProfile("work", new ListTriggers())).All[0].Entry.IsOn);
    }

    [Fact]
    public void A_shared_profile_takes_no_triggers_with_something_wrong_in_them()
    {
        var guid = Ask<ProfileList>(new ListProfiles(null)).Profiles[0].Single(property => property.Key == "Guid").Value.ToDisplayString();

        var refused = Ask<SessionsProtocol.Rejected>(new SetProfiles([guid], [new("Triggers", Value.Parse("""[{"action":"BellTrigger","regex":"("}]"""))]));

        Assert.Contains("Triggers[0].regex: unmatched (", refused.Text);
    }

    [Fact]
    public void A_trial_needs_no_session()
    {
        var trigger = Value.Parse("""{"action":"SendTextTrigger","regex":"q(.)","parameter":"\\1"}""");

        Assert.Equal("2", Assert.Single(Ask<TriggerTested>(new TestTrigger(trigger, ["q2"])).Matches).Parameter);
        Assert.Contains("waits for an event", Ask<SessionsProtocol.Rejected>(new TestTrigger(Value.Parse("""{"action":"BellTrigger","matchType":108}"""), ["x"])).Text);
    }

    private string Refused(string json, string? name = null) => Ask<SessionsProtocol.Rejected>(new ImportProfiles(Value.Parse(json), name)).Text;
}
