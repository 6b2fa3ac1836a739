using System.Threading.Channels;
using ActorTerm.Client;
using ActorTerm.Journeys.Rig;
using ActorTerm.Protocol;

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

    [Fact]
    public async Task A_script_sets_triggers_as_iTerm2s_library_does_and_reads_them_back()
    {
        const string List = """[{"regex":"^marco$","action":"SendTextTrigger","parameter":"polo\\n","partial":false,"disabled":false,"matchType":0}]""";
        var session = await QuietAsync();
        await using var script = await RawScript.ConnectAsync(Host);

        await script.SendAsync(new() { SetProfilePropertyRequest = new() { Session = session.Id, Assignments = { new SetProfilePropertyRequest.Types.Assignment { Key = "Triggers", JsonValue = List } } } });
        Assert.Equal(SetProfilePropertyResponse.Types.Status.Ok, (await script.ReceiveAsync()).SetProfilePropertyResponse.Status);
        await script.SendAsync(new() { GetProfilePropertyRequest = new() { Session = session.Id, Keys = { "Triggers" } } });
        Assert.Equal(List, Assert.Single((await script.ReceiveAsync()).GetProfilePropertyResponse.Properties).JsonValue);
        await session.SendTextAsync("marco\n").Within("text");

        await SeesAsync(session, "^polo$");
    }

    [Fact]
    public async Task Triggers_with_something_wrong_are_refused_whole_and_an_alert_says_what_it_is()
    {
        await using var alerts = await App.WatchAlertsAsync().Within("alerts");
        await using var next = alerts.GetAsyncEnumerator();
        var session = await QuietAsync();
        await using var script = await RawScript.ConnectAsync(Host);

        var list = """[{"regex":"fine","action":"BellTrigger"},{"regex":"a(b","action":"BellTrigger"}]""";
        await script.SendAsync(new() { SetProfilePropertyRequest = new() { Session = session.Id, Assignments = { new SetProfilePropertyRequest.Types.Assignment { Key = "Triggers", JsonValue = list } } } });

        Assert.Equal(SetProfilePropertyResponse.Types.Status.RequestMalformed, (await script.ReceiveAsync()).SetProfilePropertyResponse.Status);
        Assert.Contains("Triggers[1].regex: unmatched ( at 1", (await next.NextAsync("alert of the triggers", one => one.Source == "trigger")).Message);
        Assert.Empty(await session.Triggers.ListAsync().Within("list"));
    }
}
