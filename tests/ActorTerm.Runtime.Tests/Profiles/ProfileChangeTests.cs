using ActorTerm.Language;
using ActorTerm.Runtime.Profiles;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Tests.Workspace;
using ActorTerm.Runtime.Triggers;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Tests.Profiles;

/// <summary>Who listens is told of each shared profile that changed, before the request that did it is answered.</summary>
public sealed class ProfileChangeTests : WorkspaceKit
{
    private static readonly string Default = ProfilesProtocol.Profile.Default.Guid;

    public ProfileChangeTests() => Tree.Tell(new HearTree(TreeEvents.Profiles), Script.Ref);

    [Fact]
    public void A_script_sets_properties()
    {
        Assert.Equal([Default], ChangedBy(new SetProfiles([Default], [new("Badge Text", Value.Of("new"))])));

        Assert.Empty(ChangedBy(new SetProfiles([Default], [new("Badge Text", Value.Of("new"))])));
        Assert.Empty(ChangedBy(new SetProfiles([Default], [new("Badge Text", Value.Of(1L))])));
    }

    [Fact]
    public void A_profile_is_imported_and_its_triggers_change()
    {
        var json = Value.Parse("""{"Name": "work", "Guid": "G", "Triggers": [{"action": "BellTrigger", "regex": "x"}]}""");

        Assert.Equal(["G"], ChangedBy(new ImportProfiles(json, null)));
        Assert.Empty(ChangedBy(new ImportProfiles(json, null)));
        Assert.Equal(["G"], ChangedBy(new OfProfile("work", new TriggersProtocol.EnableTrigger("1", true))));
        Assert.Empty(ChangedBy(new OfProfile("work", new TriggersProtocol.ListTriggers())));
    }

    [Fact]
    public void The_configuration_is_read_again()
    {
        var work = new ProfilesProtocol.ProfileSource("work", [new("Badge Text", Value.Of("one"))]);
        var guid = work.Over(ProfilesProtocol.Profile.Default).Guid;

        Assert.Equal([guid], ChangedBy(new ApplyConfiguration([work], null)));
        Assert.Empty(ChangedBy(new ApplyConfiguration([work], null)));
        Assert.Equal([guid], ChangedBy(new ApplyConfiguration([work with { Properties = [new("Badge Text", Value.Of("two"))] }], null)));
        Assert.Equal([guid], ChangedBy(new ApplyConfiguration([], null)));
    }

    [Fact]
    public void The_guid_of_a_profile_stays_as_it_is()
    {
        foreach (var guid in (Value[])[Value.Of("other"), Value.Null])
        {
            Assert.Contains("\"Guid\"", Ask<SessionsProtocol.Rejected>(new SetProfiles([Default], [new("Guid", guid)])).Text);
        }

        Assert.Equal(Default, Assert.Single(Ask<ProfileList>(new ListProfiles(null)).Profiles)["Guid"].ToDisplayString());
    }

    /// <returns>The guids told before the answer.</returns>
    private List<string> ChangedBy(object request)
    {
        Tree.Tell(request, Script.Ref);
        var changed = new List<string>();
        while (Script.ExpectMsg<object>() is ProfileChanged one) changed.Add(one.Guid);
        return changed;
    }
}
