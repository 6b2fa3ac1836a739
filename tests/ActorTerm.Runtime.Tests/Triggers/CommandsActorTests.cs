using System.Text.Json;
using ActorTerm.Pty;
using ActorTerm.Pty.Piping;
using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Events;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Tests.Sessions;
using ActorTerm.Runtime.Triggers;
using static ActorTerm.Runtime.Triggers.TriggersProtocol;

namespace ActorTerm.Runtime.Tests.Triggers;

public sealed class CommandsActorTests : VirtualTimeKit
{
    private readonly FakePtyHost _ptys = new();
    private readonly TestProbe _alerts;
    private readonly TestProbe _events;
    private readonly SessionId _session = SessionId.New();

    public CommandsActorTests()
    {
        _alerts = CreateTestProbe("alerts");
        _events = CreateTestProbe("events");
        Sys.EventStream.Subscribe(_events.Ref, typeof(EventsProtocol.HostEvent));
    }

    [Fact]
    public void A_command_runs_in_a_shell_with_what_was_captured_and_its_end_is_an_event()
    {
        Start(new TriggerSettings()).Tell(Command("notify \"$1\"", "all of it", "one"), ActorRefs.NoSender);

        var process = _ptys.Piped.Take();
        Assert.Equal(("/bin/sh", "/"), (process.Options.FileName, process.Options.WorkingDirectory));
        Assert.Equal(["-c", "notify \"$1\"", "sh", "one"], process.Options.Arguments);
        Assert.Equal(("all of it", "one", "y"), (process.Options.Environment["TRIGGER_MATCH_0"], process.Options.Environment["TRIGGER_MATCH_1"], process.Options.Environment["X"]));
        AwaitCondition(() => process.IsClosed(PipeInterest.Input));
        process.Print("done ");
        process.Complain("badly");
        process.EndOutput();
        process.Exit(PtyExit.Code(0));

        var ended = Event();
        Assert.Equal((0, "t"), (ended.GetProperty("exitCode").GetInt32(), ended.GetProperty("trigger").GetString()));
        Assert.Contains("done", ended.GetProperty("output").GetString());
        Assert.Contains("badly", ended.GetProperty("output").GetString());
    }

    [Fact]
    public void So_many_run_at_once_and_so_many_more_wait()
    {
        var commands = Start(new TriggerSettings { MaxCommands = 1, MaxWaitingCommands = 1 });

        foreach (var line in (string[])["first", "second", "third"]) commands.Tell(Command(line), ActorRefs.NoSender);
        var first = _ptys.Piped.Take();
        Settle(commands);
        Assert.Empty(_ptys.Piped);
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, Event().GetProperty("commands").GetInt32());
        first.EndOutput();
        first.Exit(PtyExit.Code(0));

        Assert.Equal("second", _ptys.Piped.Take().Options.Arguments[1]);
    }

    [Fact]
    public void A_failure_is_an_alert_with_what_was_printed_but_not_one_after_another()
    {
        var commands = Start(new TriggerSettings());
        for (var i = 0; i < 2; i++)
        {
            commands.Tell(Command($"false {i}"), ActorRefs.NoSender);
            var process = _ptys.Piped.Take();
            process.Complain("oh no");
            process.Exit(PtyExit.Code(3));
            Assert.Equal(3, Event().GetProperty("exitCode").GetInt32());
        }

        Time.Advance(TimeSpan.FromSeconds(10));
        commands.Tell(Command("false 2"), ActorRefs.NoSender);
        _ptys.Piped.Take().Exit(PtyExit.BySignal(PtySignal.Kill));

        var alert = _alerts.ExpectMsg<AlertsProtocol.Raise>();
        Assert.Equal(("trigger t: false 0 failed (exitCode 3)", "oh no"), (alert.Message, alert.Traceback));
        Assert.Equal("trigger t: false 2 failed (signal SIGKILL)", _alerts.ExpectMsg<AlertsProtocol.Raise>().Message);
    }

    [Fact]
    public void A_command_that_cannot_be_started_says_so()
    {
        _ptys.PipedRefusal = new PtySpawnException(PtySpawnFailure.NoSuchFile, "no such file: /bin/sh", "ENOENT");

        Start(new TriggerSettings()).Tell(Command("x"), ActorRefs.NoSender);

        Assert.Equal("no such file: /bin/sh", Event().GetProperty("error").GetString());
        Assert.Contains("no such file", _alerts.ExpectMsg<AlertsProtocol.Raise>().Message);
    }

    [Fact]
    public void Only_the_beginning_of_what_it_prints_is_kept()
    {
        Start(new TriggerSettings { CommandOutputBytes = 4 }).Tell(Command("x"), ActorRefs.NoSender);
        var process = _ptys.Piped.Take();

        process.Print("0123456789");
        process.EndOutput();
        process.Exit(PtyExit.Code(0));

        Assert.Equal("0123", Event().GetProperty("output").GetString());
    }

    [Fact]
    public void A_command_that_is_over_before_it_is_handed_over_is_told_of_too()
    {
        Start(new TriggerSettings(), new Hasty(_ptys)).Tell(Command("true"), ActorRefs.NoSender);

        var ended = Event();
        Assert.Equal((0, "quick"), (ended.GetProperty("exitCode").GetInt32(), ended.GetProperty("output").GetString()));
    }

    private IActorRef Start(TriggerSettings settings, IPtyHost? host = null) => Sys.ActorOf(Actor.Of(() => new CommandsActor(host ?? _ptys, _alerts.Ref, settings)), "commands");

    private RunCommand Command(string line, params string[] captures) =>
        new(_session, "t", line, captures, new Dictionary<string, string> { ["X"] = "y" }, [null, "/nowhere/at/all", "/"]);

    private JsonElement Event() => JsonDocument.Parse(_events.ExpectMsg<EventsProtocol.HostEvent>().Data.ToString()).RootElement;

    /// <summary>Its processes have ended by the time anybody hears of them.</summary>
    private sealed class Hasty(FakePtyHost host) : IPtyHost
    {
        public ValueTask<IPtyConnection> SpawnAsync(PtyOptions options, IPtyEvents events) => host.SpawnAsync(options, events);

        public async ValueTask<IPipedProcess> SpawnPipedAsync(PipeOptions options, IPipeEvents events)
        {
            var process = await host.SpawnPipedAsync(options, events);
            var fake = (FakeProcess)process;
            fake.Print("quick");
            fake.EndOutput();
            fake.Exit(PtyExit.Code(0));
            return process;
        }

        public ValueTask DisposeAsync() => host.DisposeAsync();
    }
}
