using System.Text;
using ActorTerm.Language;
using ActorTerm.Runtime.Triggers;
using ActorTerm.Terminal;
using ActorTerm.Terminal.Events;
using static ActorTerm.Runtime.Triggers.TriggersProtocol;

namespace ActorTerm.Runtime.Tests.Triggers;

public sealed class SessionTriggersTests
{
    [Theory]
    [InlineData("error: disk\r\n", "1:error: disk")]
    [InlineData("error: disk", "")]                                         // not finished
    [InlineData("error: one\r\nfine\r\nerror: two\n", "1:error: one 1:error: two")]
    [InlineData("error: x\e[H", "1:error: x")]
    [InlineData("errxx\b\bor: y\r\n", "1:error: y")]                        // what stands there counts, not what was written
    public void A_trigger_fires_once_for_a_line_that_ends(string output, string expected) =>
        Assert.Equal(expected, Fired(new Rig("""[{"action":"BellTrigger","regex":"error: .*"}]"""), output));

    [Fact]
    public void Carriage_return_and_line_feed_are_one_end_of_a_line()
    {
        var rig = new Rig("""[{"action":"BellTrigger","regex":"x"}]""").Feed("x\r\nx\r\n");

        Assert.Equal((2L, 2), (rig.Triggers.Evaluations, rig.Take().Count));
    }

    [Fact]
    public void A_line_that_wrapped_is_looked_at_whole()
    {
        var rig = new Rig("""[{"action":"CaptureTrigger","regex":"^start(.*)end$"}]""", columns: 10).Feed($"start{new string('-', 50)}end\r\n");

        Assert.Equal(new string('-', 50), Assert.Single(rig.Take()).Match.Captures[1]);
    }

    [Fact]
    public void All_matches_in_a_line_fire_or_only_the_first_by_type()
    {
        var rig = new Rig("""[{"action":"BellTrigger","regex":"a(.)"},{"action":"CaptureTrigger","regex":"a(.)"}]""").Feed("a1 a2 a3\n");

        Assert.Equal(["1:1", "1:2", "1:3", "2:1"], rig.Take().Select(fired => $"{fired.Entry.Number}:{fired.Match.Captures[1]}"));
    }

    [Fact]
    public void Stop_keeps_the_rest_of_the_list_from_that_line()
    {
        var rig = new Rig("""[{"action":"BellTrigger","regex":"a"},{"action":"StopTrigger","regex":"stop"},{"action":"BellTrigger","regex":"a"}]""");

        Assert.Equal("1:a 3:a 1:a", Fired(rig, "a\nb\na stop\n"));
    }

    [Fact]
    public void Captures_come_with_their_places_in_the_line()
    {
        var match = Assert.Single(new Rig("""[{"action":"CaptureTrigger","regex":"(\\w+)=(\\d+)(x)?"}]""").Feed("  é: size=42\n").Take()).Match;

        Assert.Equal(["size=42", "size", "42", ""], match.Captures);
        Assert.Equal([(5, 7), (5, 4), (10, 2), (-1, 0)], match.Ranges);
        Assert.Equal(("  é: size=42", 0L), (match.Input, match.Line));
    }

    [Fact]
    public void An_instant_trigger_fires_before_the_line_ends_and_not_again_at_its_end()
    {
        var rig = new Rig("""[{"action":"BellTrigger","regex":"Password:","partial":true},{"action":"BellTrigger","regex":"Password:"}]""").Feed("Password: ");

        rig.LookInstantly();
        Assert.Equal([1], rig.Take().Select(fired => fired.Entry.Number));
        rig.Feed("\r\n");
        Assert.Equal([2], rig.Take().Select(fired => fired.Entry.Number));
        rig.Feed("Password: ").LookInstantly();
        Assert.Equal([1], rig.Take().Select(fired => fired.Entry.Number));
    }

    [Fact]
    public void An_instant_trigger_that_did_not_fire_is_tried_again_when_the_line_ends()
    {
        var rig = new Rig("""[{"action":"BellTrigger","regex":"Password: x","partial":true}]""").Feed("Password: ");

        rig.LookInstantly();
        Assert.Empty(rig.Take());
        Assert.Equal("1:Password: x", Fired(rig, "x\r\n"));
    }

    [Fact]
    public void A_bell_is_a_line_of_its_own_for_instant_triggers_once_per_line()
    {
        var rig = new Rig("""[{"action":"SendTextTrigger","regex":"\\a","parameter":"x","partial":true},{"action":"SendTextTrigger","regex":"\\a","parameter":"x"}]""");

        Assert.Equal("1:\a", Fired(rig, "a\a\a"));
        Assert.Equal("1:\a", Fired(rig, "\r\nb\a\r\n"));
    }

    [Fact]
    public void A_line_drawn_again_unchanged_does_not_fire_again_at_once()
    {
        var rig = new Rig("""[{"action":"BellTrigger","regex":"done"}]""");

        Assert.Equal("1:done", Fired(rig, "done\rdone\rdone\r"));
        rig.Now += TimeSpan.FromSeconds(1);
        Assert.Equal("1:done", Fired(rig, "done\r"));
        Assert.Equal("1:done", Fired(rig, "done!\r"));
    }

    [Fact]
    public void A_trigger_for_a_job_runs_while_it_is_in_the_foreground()
    {
        var rig = new Rig("""[{"action":"BellTrigger","regex":"a","job":"Make"}]""");

        Assert.Equal("", Fired(rig, "a\n"));
        rig.Triggers.Jobs = ["sh", "make"];
        Assert.Equal("1:a", Fired(rig, "a\n"));
    }

    [Fact]
    public void While_paused_lines_pass_and_are_counted()
    {
        var rig = new Rig("""[{"action":"BellTrigger","regex":"a"}]""") { Triggers = { IsPaused = true } };

        Assert.Equal("", Fired(rig, "a\n"));
        Assert.Equal(1, rig.Triggers.Evaluations);
    }

    [Fact]
    public void Calls_beyond_the_bounds_are_dropped_and_counted()
    {
        var rig = new Rig("""[{"action":"iTermRPCTrigger","regex":"a","parameter":"f()"}]""").Feed(string.Concat(Enumerable.Range(0, 40).Select(i => $"a{i}\n")));

        var fired = rig.Take();
        Assert.Equal(32, fired.Count);
        Assert.Equal(8, Assert.Single(rig.Triggers.TakeNotices().Dropped).Calls);
        rig.Triggers.CallEnded(fired[0].Entry);
        Assert.Equal("1:a", Fired(rig, "a40\na41\n"));
        Assert.Equal(1, Assert.Single(rig.Triggers.TakeNotices().Dropped).Calls);
    }

    [Fact]
    public void A_pattern_that_runs_out_of_time_five_times_is_stopped_and_says_so_once()
    {
        var rig = new Rig(
            """[{"action":"BellTrigger","regex":"^(a+)+\\1b$"},{"action":"BellTrigger","regex":"a$"}]""", new TriggerSettings { MatchTimeout = TimeSpan.FromMilliseconds(1) });

        for (var i = 0; i < 7; i++) rig.Feed(new string('a', 60) + "\r\n");

        Assert.Equal([2, 2, 2, 2, 2, 2, 2], rig.Take().Select(fired => fired.Entry.Number));
        Assert.Equal(1, Assert.Single(rig.Triggers.TakeNotices().Stopped).Number);
        var status = rig.Triggers.Status().All[0];
        Assert.Equal((true, 5L), (status.IsStopped, status.Statistics!.TimedOut));
        rig.Triggers.Restore(status.Entry);
        Assert.False(rig.Triggers.Status().All[0].IsStopped);
    }

    [Fact]
    public void Over_budget_instant_looks_are_left_out_and_the_end_of_a_line_never()
    {
        var rig = new Rig("""[{"action":"BellTrigger","regex":".*x","partial":true}]""", new TriggerSettings { MaxShare = 0 });
        rig.Feed("xx\r\n").Take();

        rig.Feed("x").LookInstantly();
        Assert.Empty(rig.Take());
        Assert.Equal(1, rig.Triggers.TakeNotices().Skipped);
        Assert.Equal("1:x", Fired(rig, "\r\n"));
    }

    [Fact]
    public void Another_list_keeps_what_its_unchanged_triggers_remember()
    {
        var rig = new Rig("""[{"action":"BellTrigger","regex":"a"},{"action":"BellTrigger","regex":"b"}]""").Feed("a b\n");
        rig.Take();

        rig.Load("""[{"action":"BellTrigger","regex":"b"},{"action":"BellTrigger","regex":"c"}]""");

        Assert.Equal([1L, 0L], rig.Triggers.Status().All.Select(status => status.Statistics!.FiredTimes));
    }

    [Fact]
    public void Patterns_are_not_tried_at_lines_that_lack_what_they_need()
    {
        var rig = new Rig("""[{"action":"BellTrigger","regex":"error: (\\d+)"}]""").Feed("fine\nerror: 7\nerror: x\n");

        Assert.Equal((3L, 2L), (rig.Triggers.Evaluations, rig.Triggers.Status().All[0].Statistics!.Looked));
    }

    [Fact]
    public void Events_fire_with_their_captures()
    {
        var rig = new Rig("""[{"action":"BellTrigger","matchType":101,"eventParams":{"exitCodeFilter":"!0"}}]""");

        rig.Triggers.Raise(TriggerEvent.CommandFinished, 3, "0");
        rig.Triggers.Raise(TriggerEvent.CommandFinished, 3, "2");

        var fired = Assert.Single(rig.Take());
        Assert.Equal(["2"], fired.Match.Captures);
        Assert.Equal(3, fired.Match.Line);
    }

    [Fact]
    public void Silence_fires_once_and_output_after_it_too()
    {
        var rig = new Rig("""[{"action":"BellTrigger","matchType":105,"eventParams":{"timeout":10}},{"action":"BellTrigger","matchType":106,"eventParams":{"timeout":20}}]""");
        rig.Triggers.OutputSeen(rig.Now, 0);

        Assert.Equal(TimeSpan.FromSeconds(10), rig.Triggers.Next(rig.Now));
        rig.Now += TimeSpan.FromSeconds(12);
        Assert.Null(rig.Triggers.Tick(rig.Now, 0));
        Assert.Equal(["12"], Assert.Single(rig.Take()).Match.Captures);
        rig.Triggers.OutputSeen(rig.Now, 0);
        Assert.Empty(rig.Take());
        rig.Now += TimeSpan.FromSeconds(20);
        rig.Triggers.OutputSeen(rig.Now, 0);
        Assert.Equal(2, Assert.Single(rig.Take()).Entry.Number);
    }

    [Fact]
    public void A_command_that_runs_long_fires_while_it_runs()
    {
        var rig = new Rig("""[{"action":"BellTrigger","matchType":109,"eventParams":{"threshold":60,"commandRegex":"make"}}]""");

        rig.Triggers.CommandStarted("make all", rig.Now);
        rig.Now += TimeSpan.FromSeconds(60);
        rig.Triggers.Tick(rig.Now, 0);
        Assert.Equal(["make all", "60"], Assert.Single(rig.Take()).Match.Captures);

        rig.Triggers.CommandStarted("sleep 99", rig.Now);
        rig.Now += TimeSpan.FromSeconds(60);
        rig.Triggers.Tick(rig.Now, 0);
        Assert.Empty(rig.Take());
    }

    [Fact]
    public void A_test_shows_what_would_fire_and_fires_nothing()
    {
        var entry = Assert.Single(Rig.Reader().Read(Value.Parse("""[{"action":"SendTextTrigger","regex":"q(\\d)","parameter":"<\\1>"}]"""), false).Entries);
        var rig = new Rig("[]", columns: 4).Feed("q1 q2 q3\r\nnone\r\nq4");
        var test = new TriggerTest(entry, new TriggerSettings());

        test.Look(rig.Terminal.Screen);

        Assert.Equal(["0 <1>", "0 <2>", "0 <3>", "3 <4>"], test.Result.Matches.Select(match => $"{match.Match.Line} {match.Parameter}"));
        Assert.Equal(3, test.Result.Lines);
    }

    private static string Fired(Rig rig, string output) => string.Join(' ', rig.Feed(output).Take().Select(fired => $"{fired.Entry.Number}:{fired.Match.Captures[0]}"));

    private sealed class Rig : ITerminalEvents
    {
        public Rig(string triggers, TriggerSettings? settings = null, int columns = 80)
        {
            Settings = settings ?? new TriggerSettings();
            Terminal = new TerminalModel(new TerminalOptions { Columns = columns, Rows = 5 }, this) { ObserveLines = true };
            Triggers = new SessionTriggers(Settings, () => Now);
            Load(triggers);
        }

        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public TerminalModel Terminal { get; }

        public SessionTriggers Triggers { get; }

        private TriggerSettings Settings { get; }

        public static TriggerReader Reader(TriggerSettings? settings = null) => new(settings ?? new TriggerSettings());

        public void Load(string json)
        {
            var list = Reader(Settings).Read(Value.Parse(json), false);
            Assert.Empty(list.Errors);
            Triggers.Load(list);
        }

        public Rig Feed(string output)
        {
            Terminal.Feed(Encoding.UTF8.GetBytes(output));
            return this;
        }

        public void LookInstantly() => Triggers.LookInstantly(Terminal.Screen, Terminal.OpenLine!.Value);

        public IReadOnlyList<Fired> Take() => Triggers.TakeFired();

        void ITerminalEvents.LineCompleted(long absoluteLine) => Triggers.LineCompleted(Terminal.Screen, absoluteLine);

        void ITerminalEvents.Bell() => Triggers.Bell(Terminal.Screen.CursorLine);
    }
}
