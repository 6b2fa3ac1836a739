using ActorTerm.Host.Configuration;
using ActorTerm.Host.Tests.Configuration;
using ActorTerm.Runtime.Profiles;

namespace ActorTerm.Host.Tests.Profiles;

public sealed class ProfileReaderTests
{
    [Fact]
    public void Every_field_becomes_the_property_scripts_look_for()
    {
        var profile = Profile(
            """
            actorterm.profiles.work {
              command = [ssh, "my host", "it's"]
              directory = /src
              environment { A = 1, B = null }
              size = 120x40
              scrollback = 5000
              title = "\\(jobName)"
              badge = W
              term = xterm
              keys = [{ key = F5, action = send-text, parameter = "make\n", label = Build }]
              triggers = [{ action = SendTextTrigger, regex = "password:", parameter = "x", partial = true }]
              coprocess { command = "tee log", mute = yes, lockInput = true, newline = CR, onStdinFull = kill }
              properties { Transparency = 0.5, Future = [1] }
            }
            """);

        Assert.Equal(("Yes", "'ssh' 'my host' 'it'\\''s'"), (profile.Text("Custom Command"), profile.Text("Command")));
        Assert.Equal(("Yes", "/src"), (profile.Text("Custom Directory"), profile.Text("Working Directory")));
        Assert.Equal("""{"A":"1","B":null}""", profile.Properties[ProfilesProtocol.EnvironmentKey].ToString());
        Assert.Equal((120, 40, 5000), (profile.Number("Columns"), profile.Number("Rows"), profile.Number("Scrollback Lines")));
        Assert.Equal(("\\(jobName)", "W", "xterm"), (profile.Text(ProfilesProtocol.TitleKey), profile.Text("Badge Text"), profile.Text("Terminal Type")));
        Assert.Equal("""{"0xf708-0x0":{"Action":12,"Text":"make\n","Version":2,"Escaping":0,"Label":"Build"}}""", profile.Properties["Keyboard Map"].ToString());
        Assert.Equal("""[{"action":"SendTextTrigger","regex":"password:","parameter":"x","partial":true}]""", profile.Properties["Triggers"].ToString());
        Assert.Equal("""{"command":"tee log","mute":true,"lockInput":true,"newline":"cr","onStdinFull":"kill"}""", profile.Properties[ProfilesProtocol.CoprocessKey].ToString());
        Assert.Equal("0.5", profile.Properties["Transparency"].ToString());
        Assert.Equal("[1]", profile.Properties["Future"].ToString());
        Assert.Equal("work", profile.Name);
    }

    [Fact]
    public void A_profile_inherits_by_substitution()
    {
        var profile = Profile("actorterm.profiles { default { size = 100x30, environment { A = 1 } }, work = ${actorterm.profiles.default} { environment.B = 2 } }", "work");

        Assert.Equal((100, 30), (profile.Number("Columns"), profile.Number("Rows")));
        Assert.Equal("""{"A":"1","B":"2"}""", profile.Properties[ProfilesProtocol.EnvironmentKey].ToString());
    }

    [Fact]
    public void The_default_profile_keeps_its_identity_and_any_other_has_one_of_its_name()
    {
        var store = new ProfilesProtocol.ProfileStore(ProfilesProtocol.Profile.Default, Sources("actorterm.profiles { default.badge = D, work.badge = W }"));

        Assert.Equal((ProfilesProtocol.Profile.Default.Guid, "Default", "D"), (store.Named(null)!.Guid, store.Named("default")!.Name, store.Named("Default")!.Text("Badge Text")));
        Assert.Equal(store.Named("work")!.Guid, new ProfilesProtocol.ProfileSource("work", []).Over(ProfilesProtocol.Profile.Default).Guid);
        Assert.NotEqual(store.Named("work")!.Guid, store.Named(null)!.Guid);
    }

    [Fact]
    public void Another_configuration_replaces_what_changed_keeps_what_scripts_changed_elsewhere_and_forgets_what_is_gone()
    {
        var store = new ProfilesProtocol.ProfileStore(ProfilesProtocol.Profile.Default, Sources("actorterm.profiles { one.badge = 1, two.badge = 2, three.badge = 3 }"));
        store.TryChange([store.Named("two")!.Guid], [new("Badge Text", Language.Value.Of("by script"))], out _);
        store.TryMakeDefault(store.Named("three")!.Guid);

        var changed = store.Configure(Sources("actorterm.profiles { one.badge = 11, two.badge = 2, four.badge = 4 }"));

        Assert.Equal([("1", "11")], changed.Select(one => (one.Before.Text("Badge Text"), one.After.Text("Badge Text"))));
        Assert.Equal(["11", "by script", "4"], new[] { "one", "two", "four" }.Select(name => store.Named(name)!.Text("Badge Text")));
        Assert.Null(store.Named("three"));
        Assert.Equal("Default", store.Named(null)!.Name);
    }

    [Theory]
    [InlineData("work = 1", "1:29: expected an object for profile work, found a number")]
    [InlineData("work.comand = x", "profile work has no 'comand': the nearest is 'command'")]
    [InlineData("work.size = 80", "expected a size as 120x40")]
    [InlineData("work.size = 80x5000", "expected a whole number, 1 to 4096, for rows of profile work, found")]
    [InlineData("work.size { columns = 80, row = 1 }", "size of profile work has no 'row': the nearest is 'rows'")]
    [InlineData("work.environment = x", "expected an object for 'environment' of profile work")]
    [InlineData("work.environment { \"A=B\" = x }", "'A=B'")]
    [InlineData("work.scrollback = many", "expected a whole number, 0 to 2147483647, for 'scrollback' of profile work")]
    [InlineData("work.coprocess { mute = true }", "the coprocess of profile work has no 'command'")]
    [InlineData("work.coprocess { command = x, newline = lf }", "expected one of raw, cr for 'newline' of coprocess of profile work, found")]
    [InlineData("work.triggers = [{ action = SendTextTrigger, regex = \"a(b\" }]", "trigger 1 of profile work: ")]
    [InlineData("work.properties { Columns = wide }", "profile property \"Columns\" takes a number")]
    [InlineData("work.properties { \"Keyboard Map\" { \"0x61-0x0\" { action = 12 } } }", "profile property \"Keyboard Map\": 0x61-0x0: there is no \"Action\"")]
    [InlineData("work.properties { \"Keyboard Map\" { F5 { Action = 12 } } }", "\"F5\" is no key of a key map")]
    [InlineData("work.properties { Triggers = [{ action = SendTextTrigger, regex = \"a(b\" }] }", "profile property \"Triggers\"[0].regex: ")]
    [InlineData("work.properties { Guid = X }, other.properties { Guid = X }", "profile property \"Guid\" follows from what the profile is called here")]
    [InlineData("work.keys = [1]", "expected an object with key and action in the keys of profile work")]
    [InlineData("work.keys = [{ action = ignore }]", "a key binding needs a 'key'")]
    [InlineData("work.keys = [{ key = a }]", "a key binding needs an 'action'")]
    [InlineData("work.keys = [{ key = Nokey, action = ignore }]", "\"Nokey\" is no key")]
    [InlineData("work.keys = [{ key = a, modifiers = [fn], action = ignore }]", "expected shift, control, alt, super or leader")]
    [InlineData("work.keys = [{ key = a, action = invoke-function }]", "the nearest is 'invoke-script-function'")]
    [InlineData("work.keys = [{ key = a, action = sequence, parameter = x }]", "the parameter of a sequence is a list of actions")]
    [InlineData("work.keys = [{ key = a, action = sequence }]", "the parameter of a sequence is a list of actions")]
    [InlineData("work.keys = [{ key = a, action = ignore }, { key = \"0x61-0x0\", action = ignore }]", "a is bound twice in the keys of profile work")]
    [InlineData("work.keys = [{ key = \"0x61\", action = ignore }]", "\"0x61\" is no key of a key map")]
    [InlineData("work.keys = [{ key = a, action = ignore, paramter = x }]", "a key of profile work has no 'paramter': the nearest is 'parameter'")]
    public void What_is_wrong_is_told_with_its_place(string profiles, string complaint)
    {
        using var file = new TemporaryFile($"actorterm.profiles {{ {profiles} }}");

        var e = Assert.Throws<SettingsException>(() => HostSettings.Read(file.Path, []));

        Assert.StartsWith(file.Path + ":1:", e.Message);
        Assert.Contains(complaint, e.Message);
    }

    private static ProfilesProtocol.Profile Profile(string text, string name = "work") => Sources(text).Single(one => one.Name == name).Over(ProfilesProtocol.Profile.Default);

    private static IReadOnlyList<ProfilesProtocol.ProfileSource> Sources(string text)
    {
        using var file = new TemporaryFile(text);
        return HostSettings.Read(file.Path, []).Runtime.Profiles;
    }
}
