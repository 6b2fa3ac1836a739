using ActorTerm.Hocon;
using ActorTerm.Host.Configuration;

namespace ActorTerm.Host.Tests.Configuration;

public sealed class SettingsLayersTests
{
    [Fact]
    public void The_command_line_goes_over_the_file_and_the_file_over_the_defaults()
    {
        using var file = new TemporaryFile("app { lines = 11, inner.lines = ${LINES}, name = file }");

        var config = SettingsLayers.Merge(Catalogs.Small, file.Path, ["app.lines=12", "app.name=first", "app.name=last=really"], name => name == "LINES" ? "33" : null);

        Assert.Equal((12, 33, "last=really", 65536), (config.GetInt("app.lines"), config.GetInt("app.inner.lines"), config.GetString("app.name"), config.GetBytes("app.memory")));
        Assert.Equal("--set app.lines", config.Origin("app.lines").ToString());
        Assert.Equal("environment variable LINES", config.Origin("app.inner.lines").ToString());
    }

    [Fact]
    public void A_file_can_build_on_the_defaults()
    {
        using var file = new TemporaryFile("app.inner.lines = ${app.lines}, app.names += mine");

        var config = SettingsLayers.Merge(Catalogs.Small, file.Path, [], _ => null);

        Assert.Equal(10, config.GetInt("app.inner.lines"));
        Assert.Equal(["mine"], config.GetStringList("app.names"));
    }

    [Fact]
    public void Plain_text_on_the_command_line_takes_the_kind_of_its_setting()
    {
        var config = SettingsLayers.Merge(
            Catalogs.Small, null, ["app.lines=7", "app.memory=4 KiB", "app.grace=3 s", "app.loud=yes", "app.name=${x} # [as it is]", "app.environment.A=1"], _ => null);

        var source = new SettingsSource(Catalogs.Small, config);
        Assert.Equal((7, 4096L, TimeSpan.FromSeconds(3), true), (source.Count("app.lines"), source.Size("app.memory"), source.Duration("app.grace"), source.Boolean("app.loud")));
        Assert.Equal("${x} # [as it is]", source.Text("app.name"));
        Assert.Equal("1", source.Map("app.environment")["A"]);
        Assert.Empty(source.Problems);
    }

    [Theory]
    [InlineData("app.names=one", new[] { "one" })]
    [InlineData("app.names=[one, \"two, three\"]", new[] { "one", "two, three" })]
    [InlineData("app.names=[]", new string[0])]
    public void A_list_on_the_command_line_is_one_text_or_hocon(string set, string[] expected) =>
        Assert.Equal(expected, SettingsLayers.Merge(Catalogs.Small, null, [set], _ => null).GetStringList("app.names"));

    [Theory]
    [InlineData("app.lines", "--set app.lines: expected KEY=VALUE")]
    [InlineData("=5", "--set =5: expected KEY=VALUE")]
    [InlineData("app..lines=5", "path \"app..lines\":1:5: expected a key between the dots of a path: an empty one is written \"\"")]
    [InlineData("app.names=[one", "--set app.names:1:5: expected ',', a new line or ']' after the value, found the end of the text")]
    public void What_is_no_setting_is_refused(string set, string complaint) =>
        Assert.Equal(complaint, Assert.Throws<HoconException>(() => SettingsLayers.Merge(Catalogs.Small, null, [set], _ => null)).Message);

    [Fact]
    public void The_users_file_is_where_xdg_says()
    {
        using var file = new TemporaryFile("", "actorterm/host.conf");
        using var home = new TemporaryFile("", ".config/actorterm/host.conf");
        using var none = new TemporaryFile("");

        Assert.Equal(file.Path, SettingsLayers.DefaultFile(name => name == "XDG_CONFIG_HOME" ? file.Folder : home.Folder));
        Assert.Equal(home.Path, SettingsLayers.DefaultFile(name => name == "HOME" ? home.Folder : null));
        Assert.Equal(home.Path, SettingsLayers.DefaultFile(name => name == "HOME" ? home.Folder : ""));
        Assert.Null(SettingsLayers.DefaultFile(_ => none.Folder));
        Assert.Null(SettingsLayers.DefaultFile(_ => null));
    }
}
