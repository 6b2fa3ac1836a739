using ActorTerm.Api;
using ActorTerm.Host.Configuration;
using ActorTerm.Host.Tests.Configuration;

namespace ActorTerm.Host.Tests;

public sealed class ReloadingTests : IDisposable
{
    private readonly TemporaryFile _file = new("actorterm {}");
    private readonly Reloading _reloading;

    public ReloadingTests() => _reloading = new Reloading(Read(), Read);

    public void Dispose() => _file.Dispose();

    [Fact]
    public void Nothing_is_applied_when_nothing_changed()
    {
        var read = Assert.IsType<HostReload.Read>(_reloading.Reload(apply: true));

        Assert.Null(read.Apply);
        Assert.Empty(read.Changes);
    }

    [Fact]
    public void Profiles_and_keys_are_applied_and_other_settings_wait_for_the_next_start()
    {
        Write("actorterm { profiles.work.command = cat, sessions.ended-keep = 1 minute }");

        var read = Assert.IsType<HostReload.Read>(_reloading.Reload(apply: true));

        Assert.Equal([("actorterm.profiles.work.command", true), ("actorterm.sessions.ended-keep", false)], read.Changes.Select(change => (change.Path, change.TakesEffect)).Order());
        Assert.Equal("work", Assert.Single(read.Apply!.Profiles).Name);
        Assert.Null(read.Apply.Keys);                      // what scripts bound for all sessions stays
        Assert.Empty(Assert.IsType<HostReload.Read>(_reloading.Reload(apply: true)).Changes);
    }

    [Fact]
    public void Changed_keys_replace_those_of_all_sessions()
    {
        Write("actorterm.keys { leader = C-q, bindings = [{ key = a, action = ignore }] }");

        var read = Assert.IsType<HostReload.Read>(_reloading.Reload(apply: true));

        Assert.Equal("C-q", read.Apply!.Keys!.Leader);
        Assert.Single(read.Apply.Keys.Global.Bindings);
    }

    [Fact]
    public void To_look_at_the_difference_changes_nothing()
    {
        Write("actorterm.profiles.work.command = cat");

        var looked = Assert.IsType<HostReload.Read>(_reloading.Reload(apply: false));
        var read = Assert.IsType<HostReload.Read>(_reloading.Reload(apply: true));

        Assert.Null(looked.Apply);
        Assert.Equal(looked.Changes, read.Changes);
        Assert.NotNull(read.Apply);
    }

    [Fact]
    public void What_is_wrong_is_told_whole_and_the_last_right_configuration_stays()
    {
        Write("actorterm { profiles.work.comand = cat, api.port = 70000 }");

        var refused = Assert.IsType<HostReload.Refused>(_reloading.Reload(apply: true));

        Assert.Contains("profile work has no 'comand'", refused.Text);
        Assert.Contains("'actorterm.api.port'", refused.Text);
        Write("actorterm {}");
        Assert.Empty(Assert.IsType<HostReload.Read>(_reloading.Reload(apply: true)).Changes);
    }

    [Fact]
    public void A_file_that_is_gone_is_a_problem_and_not_the_defaults()
    {
        File.Delete(_file.Path);

        Assert.IsType<HostReload.Refused>(_reloading.Reload(apply: true));
    }

    private ConfiguredHost Read() => HostSettings.ReadWhole(_file.Path, []);

    private void Write(string text) => File.WriteAllText(_file.Path, text);
}
