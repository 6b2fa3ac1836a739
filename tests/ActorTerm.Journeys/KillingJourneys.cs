using System.Globalization;
using ActorTerm.Client;
using ActorTerm.Journeys.Rig;

namespace ActorTerm.Journeys;

/// <summary>Each party of a coprocess killed by force, whatever it is about at that moment. Viewers: the tests of <c>actorterm attach</c>.</summary>
public sealed class KillingJourneys(KillingJourneys.Patient shared) : IClassFixture<KillingJourneys.Patient>, IAsyncLifetime
{
    /// <summary>A program that prints without end and reads nothing.</summary>
    private const string Floods = "stty raw opost -echo; exec yes flood";

    /// <summary>A program that answers each line.</summary>
    private const string Talks = "stty -echo; echo ready; while read line; do echo got $line; done";

    /// <summary>A program that neither prints nor reads.</summary>
    private const string Sleeps = "stty raw -echo; echo ready; exec sleep 1000";

    private Connection _script = null!;
    private Subscription<HostEvent> _events = null!;
    private IAsyncEnumerator<HostEvent> _heard = null!;
    private DirectoryInfo _folder = null!;
    private int _descriptors;

    /// <summary>A host that lets everybody block for as long as they like; who is killed here was killed by the test, long before its grace was over.</summary>
    public sealed class Patient : IAsyncLifetime
    {
        public TestHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await TestHost.StartAsync(
            "actorterm.coprocesses.full-time=10m",
            "actorterm.coprocesses.cycle-time=10m",
            "actorterm.coprocesses.kill-grace=3s",
            "actorterm.coprocesses.end-grace=1s",
            "actorterm.coprocesses.release-time=300ms");

        public Task DisposeAsync() => Host.DisposeAsync().AsTask();
    }

    /// <summary>What passes between program and coprocess when the blow falls.</summary>
    public enum Stage
    {
        /// <summary>Nothing: both wait.</summary>
        Quiet,

        /// <summary>A flood, which the coprocess reads.</summary>
        Read,

        /// <summary>A flood, which the coprocess reads in silence, with the session's input locked.</summary>
        ReadInSilence,

        /// <summary>A flood, which the coprocess does not read: the program blocks.</summary>
        Unread,

        /// <summary>The coprocess types without end, and nobody reads: it blocks.</summary>
        Typed,

        /// <summary>Both write and do not read: both block.</summary>
        Cycle,
    }

    private App App => _script.App;

    public async Task InitializeAsync()
    {
        _script = await shared.Host.ConnectAsync();
        _events = await App.WatchEventsAsync(["coprocess.ended"]).Within("subscription");
        _heard = _events.GetAsyncEnumerator();
        _folder = Directory.CreateTempSubdirectory("at-ki-");

        var first = await RunAsync(Talks);
        await first.StartCoprocessAsync(["exit 0"]).Within("start");           // whatever a host opens once, for all of them, is open now
        await EndedAsync();
        await first.CloseAsync().Within("close");
        _descriptors = Processes.Descriptors(shared.Host.Pid);
    }

    public async Task DisposeAsync()
    {
        await _script.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(Stage.Quiet, "sessionEnded SIGTERM")]
    [InlineData(Stage.Read, "sessionEnded 0")]                  // it reads the end of its input
    [InlineData(Stage.ReadInSilence, "sessionEnded 0")]
    [InlineData(Stage.Unread, "sessionEnded SIGTERM")]
    [InlineData(Stage.Typed, "sessionEnded SIGTERM")]
    [InlineData(Stage.Cycle, "sessionEnded SIGTERM")]
    public async Task The_program_takes_its_coprocess_along(Stage stage, string end)
    {
        var scene = await SetAsync(stage);

        Processes.Kill(scene.Program);

        Assert.Equal(end, await EndedAsync());
        await scene.Session.WaitAsync(new WaitOptions { Exit = true }).Within("the program's end");
        Assert.Equal("SIGKILL", (await scene.Session.GetInfoAsync().Within("info")).End?.Signal);
        await NobodyIsLeftAsync(scene.Coprocess);
        await NobodyIsLeftAsync(scene.Program);
        await NothingIsLeftAsync(scene);
    }

    [Theory]
    [InlineData(Stage.Quiet)]
    [InlineData(Stage.Read)]
    [InlineData(Stage.ReadInSilence)]
    [InlineData(Stage.Unread)]
    public async Task The_coprocess_is_released_when_its_child_is_silent(Stage stage)
    {
        var scene = await SetAsync(stage);

        Processes.Kill(scene.Coprocess);

        Assert.Equal("released SIGKILL", await EndedAsync());
        await NobodyIsLeftAsync(scene.Coprocess);
        await GoesOnAsync(scene, stage);
        await NothingIsLeftAsync(scene);
    }

    /// <summary>Its output, by which it is judged, is held by somebody who has more to say.</summary>
    [Theory]
    [InlineData(Stage.Typed)]
    [InlineData(Stage.Cycle)]
    public async Task The_coprocess_runs_on_in_a_child_that_still_types_until_it_is_stopped(Stage stage)
    {
        var scene = await SetAsync(stage);

        Processes.Kill(scene.Coprocess);
        await Processes.GoneAsync(scene.Coprocess);
        Assert.Equal(scene.Coprocess, (await scene.Session.GetCoprocessAsync().Within("status"))?.Pid);
        await scene.Session.StopCoprocessAsync().Within("stop");

        Assert.Equal("stopped SIGKILL", await EndedAsync());
        await NobodyIsLeftAsync(scene.Coprocess);
        await GoesOnAsync(scene, stage);
        await NothingIsLeftAsync(scene);
    }

    [Theory]
    [InlineData(Stage.Quiet)]
    [InlineData(Stage.Read)]
    [InlineData(Stage.ReadInSilence)]
    [InlineData(Stage.Unread)]
    public async Task A_child_that_holds_the_output_leaves_an_ordinary_end(Stage stage)
    {
        var scene = await SetAsync(stage);

        Processes.Kill(scene.Child);

        Assert.Equal("exited 0", await EndedAsync());
        await NobodyIsLeftAsync(scene.Coprocess);
        await GoesOnAsync(scene, stage);
        await NothingIsLeftAsync(scene);
    }

    /// <summary>What it printed last is for a program that does not read: it waits, until the program reads, ends, or somebody stops it.</summary>
    [Theory]
    [InlineData(Stage.Typed)]
    [InlineData(Stage.Cycle)]
    public async Task What_a_child_had_typed_waits_for_the_program_like_all_that_is_typed(Stage stage)
    {
        var scene = await SetAsync(stage);

        Processes.Kill(scene.Child);
        await NobodyIsLeftAsync(scene.Coprocess);
        Assert.Equal(scene.Coprocess, (await scene.Session.GetCoprocessAsync().Within("status"))?.Pid);
        await GoesOnAsync(scene, stage);
        await scene.Session.StopCoprocessAsync().Within("stop");

        Assert.Equal("stopped 0", await EndedAsync());
        await NothingIsLeftAsync(scene);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_is_being_ended_may_be_killed_as_well(bool programFirst)
    {
        var session = await RunAsync(Talks);
        var line = $"trap : TERM; mkfifo {Path("never")}; exec 3<> {Path("never")}; echo > {Path("deaf")}; while :; do read line <&3; done";
        var started = await session.StartCoprocessAsync([line]).Within("start");
        await Processes.UntilAsync(() => File.Exists(Path("deaf")), "its start");

        if (programFirst)
        {
            Processes.Kill((await session.GetInfoAsync().Within("info")).Pid!.Value);
            await session.WaitAsync(new WaitOptions { Exit = true }).Within("the program's end");
        }
        else await session.StopCoprocessAsync().Within("stop");

        Processes.Kill(started.Pid);

        Assert.Equal(programFirst ? "sessionEnded SIGKILL" : "stopped SIGKILL", await EndedAsync());
        await NobodyIsLeftAsync(started.Pid);
        await session.CloseAsync().Within("close");
        await DescriptorsAreBackAsync();
    }

    /// <summary>Who takes part, when it has come to the stage that is wanted.</summary>
    /// <param name="Child">Holds the coprocess's output, as the coprocess itself does while it waits for it.</param>
    private sealed record Scene(Session Session, int Program, int Coprocess, int Child);

    private async Task<Scene> SetAsync(Stage stage)
    {
        var (program, child) = stage switch
        {
            Stage.Quiet => (Talks, "sleep 1000"),
            Stage.Read or Stage.ReadInSilence => (Floods, "sh -c 'exec cat 3>&1 > /dev/null'"),
            Stage.Unread => (Floods, "sleep 1000"),
            Stage.Typed => (Sleeps, "yes"),
            _ => (Floods, "yes"),
        };
        var session = await RunAsync(program);
        await SeesAsync(session, program == Floods ? "^flood" : "^ready");
        var options = stage == Stage.ReadInSilence ? new CoprocessOptions { Mute = true, LockInput = true } : new CoprocessOptions();
        var started = await session.StartCoprocessAsync([$"exec 4<&0; {child} <&4 & echo $! > {Path("child")}; wait"], options).Within("start");
        await Processes.UntilAsync(() => File.Exists(Path("child")) && File.ReadAllText(Path("child")).EndsWith('\n'), "the start of its child");
        var scene = new Scene(
            session,
            (await session.GetInfoAsync().Within("info")).Pid!.Value,
            started.Pid,
            int.Parse(await File.ReadAllTextAsync(Path("child")), CultureInfo.InvariantCulture));

        if (stage is Stage.Read or Stage.ReadInSilence) await FlowsAsync(scene.Child);
        if (stage is Stage.Unread or Stage.Cycle) await BlocksAsync(scene.Program);
        if (stage is Stage.Typed or Stage.Cycle) await BlocksAsync(scene.Child);
        return scene;
    }

    /// <summary>Until it writes more and more.</summary>
    private static Task FlowsAsync(int pid)
    {
        var before = Processes.Written(pid);
        return Processes.UntilAsync(() => Processes.Written(pid) > before + (1 << 20), $"the flow through process {pid}");
    }

    /// <summary>Until it has written and writes no more.</summary>
    private static Task BlocksAsync(int pid)
    {
        var last = 0L;
        return Processes.UntilAsync(() => (last, last = Processes.Written(pid)) is var (before, now) && now > 0 && now == before, $"the block of process {pid}");
    }

    /// <summary>The program is as free as it was: what it prints is shown, what is typed is for it.</summary>
    private static async Task GoesOnAsync(Scene scene, Stage stage)
    {
        var before = Processes.Written(scene.Program);
        if (stage != Stage.Typed)
        {
            if (stage == Stage.Quiet) await scene.Session.SendTextAsync("on\n").Within("typing");
            var shown = new WaitOptions { Text = stage == Stage.Quiet ? "^got on$" : "^flood", OnlyNew = stage != Stage.Quiet, Timeout = Patience.Limit };
            Assert.IsType<WaitResult.Matched>(await scene.Session.WaitAsync(shown).Within("the program's output"));
        }

        if (stage is not (Stage.Quiet or Stage.Typed)) await Processes.UntilAsync(() => Processes.Written(scene.Program) > before + (1 << 20), "the flood");
        if (stage is Stage.ReadInSilence) await scene.Session.SendTextAsync("not refused").Within("typing");
        Assert.True((await scene.Session.GetInfoAsync().Within("info")).IsRunning);
    }

    private async Task NothingIsLeftAsync(Scene scene)
    {
        Assert.Null(await scene.Session.GetCoprocessAsync().Within("status"));
        await scene.Session.CloseAsync().Within("close");
        await NobodyIsLeftAsync(scene.Program);
        await DescriptorsAreBackAsync();
    }

    private static Task NobodyIsLeftAsync(int leader) => Processes.UntilAsync(() => Processes.OfSession(leader).Count == 0, $"the end of all of the session of process {leader}");

    private Task DescriptorsAreBackAsync() =>
        Processes.UntilAsync(() => Processes.Descriptors(shared.Host.Pid) <= _descriptors, $"the end of all descriptors beyond {_descriptors}");

    private string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    private async Task<Session> RunAsync(string line) =>
        (await App.CreateSessionAsync(new NewSession { Command = ["sh", "-c", line], Hold = true }).Within("session")).Session;

    private static async Task SeesAsync(Session session, string pattern) =>
        Assert.IsType<WaitResult.Matched>(await session.WaitAsync(new WaitOptions { Text = pattern, Timeout = Patience.Limit }).Within($"/{pattern}/ on the screen"));

    /// <summary>How the next one ended: reason, and exit code or signal.</summary>
    private async Task<string> EndedAsync()
    {
        var ended = (await _heard.NextAsync("the coprocess's end")).Data;
        var how = ended.TryGetProperty("signal", out var signal) ? signal.GetString() : $"{ended.GetProperty("exitCode").GetInt32()}";
        return $"{ended.GetProperty("reason").GetString()} {how}";
    }
}
