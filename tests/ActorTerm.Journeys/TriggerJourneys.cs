using System.Text.Json;
using System.Threading.Channels;
using ActorTerm.Client;
using ActorTerm.Journeys.Rig;

namespace ActorTerm.Journeys;

/// <summary>What a session does by itself when its program prints something.</summary>
public class TriggerJourneys(SharedHost shared) : Journey(shared)
{
    private const string Compile = "echo 'cc -c a.c'; echo \"a.c:12: error: expected ';'\"; echo done; cat";

    // The chat script of the coprocess document, in Python 3 and flushing what it says.
    private const string Chat = """
        import sys
        for line in sys.stdin:
            if line.strip() == "Are you there?":
                print("Yes", flush=True)
        """;

    [Fact]
    public async Task An_error_line_of_a_build_invokes_a_registered_function_with_what_was_matched()
    {
        var told = Channel.CreateUnbounded<string>();
        await Script.RegisterAsync(([Reference("id")] string session, string[] matches) => told.Writer.TryWrite($"{session} {string.Join('|', matches)}"), "build_failed").Within("registration");
        var session = await RunAsync("sh", "-c", $"read go; {Compile}");
        await session.Triggers.AddAsync("""{"action":"iTermRPCTrigger","regex":"^(\\S+):(\\d+): error: (.*)$","parameter":"build_failed(matches: matches)"}""").Within("trigger");

        await session.SendTextAsync("\n").Within("go");

        Assert.Equal($"{session.Id} a.c:12: error: expected ';'|a.c|12|expected ';'", await told.Reader.ReadAsync().AsTask().Within("call"));
    }

    [Fact]
    public async Task A_function_that_fails_is_an_alert_with_its_traceback()
    {
        await Script.RegisterAsync((string what) => what.Length > 0 ? throw new InvalidOperationException($"cannot mend {what}") : 0, "mend").Within("registration");
        await using var alerts = await App.WatchAlertsAsync().Within("alerts");
        await using var next = alerts.GetAsyncEnumerator();
        var session = await RunAsync("sh", "-c", $"read go; {Compile}");
        await session.Triggers.AddAsync("""{"action":"Invoke Script Function","regex":"error: (.*)$","parameter":"mend(what: matches[1])"}""").Within("trigger");

        await session.SendTextAsync("\n").Within("go");

        var alert = await next.NextAsync("alert of the trigger", one => one.Source == "trigger");
        Assert.Equal(session.Id, alert.SessionId);
        Assert.Contains("In call to mend: cannot mend expected ';'", alert.Message);
        Assert.Contains("InvalidOperationException", alert.Traceback);
    }

    [Fact]
    public async Task A_variable_that_is_not_set_is_an_alert_and_the_function_is_not_called()
    {
        var calls = 0;
        await Script.RegisterAsync((string what) => ++calls, "never_called").Within("registration");
        await using var alerts = await App.WatchAlertsAsync().Within("alerts");
        await using var next = alerts.GetAsyncEnumerator();
        var session = await QuietAsync();
        await session.Triggers.AddAsync("""{"action":"iTermRPCTrigger","regex":"go","parameter":"never_called(what: user.nothing)"}""").Within("trigger");

        await session.SendTextAsync("go\n").Within("go");

        Assert.Contains("user.nothing", (await next.NextAsync("alert of the trigger", one => one.Source == "trigger")).Message);
        Assert.Equal(0, calls);
    }

    [Fact]
    public async Task A_trigger_clears_the_history_of_all_sessions_by_a_registered_function()
    {
        var other = await RunAsync("sh", "-c", "seq 100; cat");
        await SeesAsync(other, "^100$");
        var cleared = new TaskCompletionSource();
        await Script.RegisterAsync(async () =>
        {
            foreach (var one in (await App.GetLayoutAsync()).Sessions) await one.InjectAsync("\u001b]1337;ClearScrollback\u0007");
            cleared.SetResult();
        }, "clear_all_sessions").Within("registration");
        var session = await QuietAsync();
        await session.Triggers.AddAsync("""{"action":"iTermRPCTrigger","regex":"^clean up$","parameter":"clear_all_sessions()"}""").Within("trigger");

        await session.SendTextAsync("clean up\n").Within("text");

        await cleared.Task.Within("call of the function");
        Assert.Equal(0, (await other.GetLineCountsAsync().Within("lines")).History);
    }

    [Fact]
    public async Task A_trigger_starts_the_chat_script_as_a_coprocess()
    {
        var script = Path.Combine(Host.Home, "chat.py");
        await File.WriteAllTextAsync(script, Chat);
        var session = await RunAsync("sh", "-c", "read go; echo joined; while read line; do echo got $line; if [ \"$line\" = ask ]; then echo 'Are you there?'; fi; done");
        await session.Triggers.AddAsync($$"""{"action":"CoprocessTrigger","regex":"^joined$","parameter":"python3 '{{script}}'"}""").Within("trigger");
        await session.SendTextAsync("\n").Within("go");
        await SeesAsync(session, "^joined$");

        await session.SendTextAsync("ask\n").Within("question");

        await SeesAsync(session, "^got Yes$");
    }

    /// <summary>
    /// Sender and receiver begin with a header in hexadecimal, which is text; the trigger's coprocess is the other party. A sender may flush
    /// its own farewell away (tcflush(3)), and the receiver then waits for it, unless something else comes: hence the zeros, which no screen shows.
    /// </summary>
    [Theory]
    [InlineData(@"^\*\*B0{14}$", "sz -b -q FROM/file", "cd TO && exec rz -b -q -y")]
    [InlineData(@"^\*\*B01", "cd TO && rz -b -q -y", "exec sz -b -q FROM/file")]
    public async Task A_silent_coprocess_that_a_trigger_starts_transfers_a_file_by_ZMODEM(string regex, string program, string coprocess)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Host.Home, $"zmodem-{Guid.NewGuid():N}"));
        var (from, to) = (folder.CreateSubdirectory("from").FullName, folder.CreateSubdirectory("to").FullName);
        var data = new byte[5 << 20];
        new Random(5).NextBytes(data);
        await File.WriteAllBytesAsync(Path.Combine(from, "file"), data);
        var over = Path.Combine(folder.FullName, "over");
        await using var events = await App.WatchEventsAsync(["coprocess.ended"]).Within("subscription");
        var ends = events.GetAsyncEnumerator();
        var session = await RunAsync("sh", "-c", $"stty -echo; echo ready; read go; {Fill(program)}; code=$?; until [ -e {over} ]; do printf '\\0'; sleep 0.1; done; echo; echo code $code");
        await SeesAsync(session, "^ready$");
        await session.Triggers.AddAsync(JsonSerializer.Serialize(new { action = "MuteCoprocessTrigger", regex, parameter = Fill(coprocess), lockInput = true })).Within("trigger");

        await session.SendTextAsync("\n").Within("go");
        var ended = await ends.NextAsync("end of the coprocess");
        var fired = await ScreenAsync(session);
        await File.WriteAllTextAsync(over, "");
        await SeesAsync(session, "^code 0$");

        Assert.Equal(("exited", 0), (ended.Data.GetProperty("reason").GetString(), ended.Data.GetProperty("exitCode").GetInt32()));
        var arrived = await File.ReadAllBytesAsync(Path.Combine(to, "file"));
        Assert.True(data.AsSpan().SequenceEqual(arrived), "another file arrived");
        Assert.Matches(@"^ready\n\*\*B[0-9a-f]{14}$", fired);
        Assert.Equal($"{fired}\ncode 0", await ScreenAsync(session));

        string Fill(string line) => line.Replace("FROM", from, StringComparison.Ordinal).Replace("TO", to, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_triggers_that_never_match_stay_on_through_a_flood_and_every_line_is_looked_at()
    {
        var session = await RunAsync("sh", "-c", "read go; stty -echo; seq 1 20000; echo over; cat");
        for (var i = 0; i < 10; i++)
            await session.Triggers.AddAsync($$"""{"action":"AlertTrigger","regex":"^never{{i}}: (.*)$","parameter":"x"}""").Within("trigger");

        await session.SendTextAsync("\n").Within("go");
        await SeesAsync(session, "^over$");

        var triggers = await session.Triggers.ListAsync().Within("list");
        Assert.All(triggers, trigger => Assert.Equal((true, false, 0L), (trigger.IsEnabled, trigger.IsStopped, trigger.Fired)));
        Assert.Equal(20_001, await session.Triggers.CountEvaluationsAsync().Within("evaluations"));
    }

    [Fact]
    public async Task An_instant_trigger_answers_a_question_that_waits()
    {
        var session = await RunAsync("sh", "-c", "printf 'Continue? [y/N] '; read answer; echo \"answer: $answer\"; cat");
        await SeesAsync(session, "Continue");

        await session.Triggers.AddAsync("""{"action":"SendTextTrigger","regex":"\\Q[y/N]\\E","parameter":"y\\n","partial":true}""").Within("trigger");

        await SeesAsync(session, "^answer: y$");
    }
}
