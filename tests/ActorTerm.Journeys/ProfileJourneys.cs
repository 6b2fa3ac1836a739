using ActorTerm.Client;
using ActorTerm.Journeys.Rig;

namespace ActorTerm.Journeys;

/// <summary>Sessions made of profiles, and keys pressed in them, with real programs.</summary>
public sealed class ProfileJourneys : IAsyncLifetime
{
    private TestHost _host = null!;
    private Connection _script = null!;

    public async Task InitializeAsync()
    {
        _host = await TestHost.StartAsync(
            "actorterm.profiles.default.size=100x30",
            "actorterm.profiles.work.command=sh -c 'echo \"$MARK $TERM $(pwd) $(stty size)\"; exec cat'",
            "actorterm.profiles.work.directory=/usr",
            "actorterm.profiles.work.environment={ MARK = marked, LC_ALL = null }",
            "actorterm.profiles.work.term=xterm",
            "actorterm.profiles.work.size=120x40",
            "actorterm.profiles.work.title=\\(columns) columns",
            "actorterm.profiles.work.coprocess=cat >> \"$HOME/copied.log\"; true",
            "actorterm.profiles.work.triggers=[{ action = SendTextTrigger, regex = \"^question (.*)$\", parameter = \"answer \\\\1\\n\" }]",
            "actorterm.profiles.work.keys=[{ key = F5, action = send-text, parameter = \"question one\\n\" }]",
            "actorterm.profiles.coprocess.keys=[{ key = F5, action = run-coprocess, parameter = \"echo by the coprocess\" }, { key = F6, action = run-coprocess, parameter = \" \" }]");
        _script = await _host.ConnectAsync();
    }

    public async Task DisposeAsync()
    {
        await _script.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_session_has_what_its_profile_says_from_its_first_byte()
    {
        var session = (await _script.App.CreateSessionAsync(new NewSession { Profile = "work" }).Within("session")).Session;

        await SeesAsync(session, "^marked xterm /usr 40 120$");
        await session.PressKeysAsync(["F5"]).Within("key");
        await SeesAsync(session, "^answer one$");

        var info = await session.GetInfoAsync().Within("info");
        Assert.Equal(("120 columns", 120, 40), (info.Name, info.Columns, info.Rows));
        Assert.Contains("copied.log", info.Coprocess, StringComparison.Ordinal);
        await using var ends = await _script.App.WatchEventsAsync(["coprocess.ended"]).Within("subscription");
        await session.SendTextAsync("\u0004").Within("end of input");
        await ends.GetAsyncEnumerator().NextAsync("the end of the coprocess");
        var copied = await File.ReadAllTextAsync(Path.Combine(_host.Home, "copied.log"));
        Assert.StartsWith("marked xterm /usr 40 120\r\n", copied, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_name_the_default_profile_applies()
    {
        var session = (await _script.App.CreateSessionAsync(new NewSession { Command = ["sh", "-c", "stty size; exec cat"] }).Within("session")).Session;

        await SeesAsync(session, "^30 100$");
    }

    [Fact]
    public async Task A_key_starts_a_coprocess_and_says_why_it_cannot()
    {
        var session = (await _script.App.CreateSessionAsync(new NewSession { Command = ["cat"], Profile = "coprocess" }).Within("session")).Session;

        var started = await session.PressKeysAsync(["F5"]).Within("key");
        await SeesAsync(session, "^by the coprocess$");
        var blank = await session.PressKeysAsync(["F6"]).Within("key");

        Assert.Null(started.Single().Error);
        Assert.Equal("the key is bound to a coprocess without a command", blank.Single().Error);
        Assert.Contains((await _script.App.ListAlertsAsync().Within("alerts")), alert => alert.Source == "key" && alert.SessionId == session.Id);
    }

    private static async Task SeesAsync(Session session, string pattern)
    {
        var result = await session.WaitAsync(new WaitOptions { Text = pattern, Timeout = Patience.Limit / 2 }).Within($"/{pattern}/ on the screen");
        Assert.True(result is WaitResult.Matched, $"/{pattern}/ was not seen but {result}; the screen:\n{(await session.GetScreenAsync()).Text.TrimEnd()}");
    }
}
