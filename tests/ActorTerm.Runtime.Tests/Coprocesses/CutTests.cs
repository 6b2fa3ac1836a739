using ActorTerm.Pty;
using ActorTerm.Pty.Piping;
using ActorTerm.Runtime.Events;
using ActorTerm.Runtime.Sessions;
using static ActorTerm.Runtime.Coprocesses.CoprocessesProtocol;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Tests.Coprocesses;

/// <summary>A start in the middle of what was read: every byte is on the screen before it, or with the coprocess after it.</summary>
public sealed class CutTests : CoprocessKit
{
    private CoprocessOptions _options = CoprocessOptions.None;

    /// <summary>Starts a coprocess at each line that says so, as a trigger does.</summary>
    protected override IOutputWatcher Watch(IWatchedSession session) => new Starter(session, this);

    [Fact]
    public void A_plain_coprocess_has_every_byte_after_the_one_at_which_it_was_started_and_none_before()
    {
        var (made, pty) = Open();

        pty.Print("one\r\nstart\r\ntwo\r\nthree");

        var process = Ptys.Piped.Take();
        AwaitCondition(() => process.Input == "\ntwo\r\nthree");
        Assert.Equal("one\nstart\ntwo\nthree", Screen(made.Session));
    }

    [Fact]
    public void A_silent_coprocess_keeps_every_byte_after_that_one_off_the_screen()
    {
        _options = new CoprocessOptions(Mute: true);
        var (made, pty) = Open();

        pty.Print("one\r\nstart\r\ntwo\a\e]2;title\a\e[6n");
        pty.Print("three");

        var process = Ptys.Piped.Take();
        AwaitCondition(() => process.Input == "\ntwo\a\e]2;title\a\e[6nthree");
        Assert.Equal("one\nstart", Screen(made.Session));
        Assert.Equal("", pty.Input);
        Assert.NotEqual("title", Settle(made.Session).Title);
    }

    [Fact]
    public void Wherever_the_output_is_cut_no_byte_is_lost_or_doubled()
    {
        const string Text = "one\r\nstart\r\ntwo \e[1mbold\e[m\r\nthr\u00e9\u00e9\r\nstart\r\nend";
        for (var cut = 1; cut < Text.Length; cut++)
        {
            var (made, pty) = Open();

            pty.Print(Text[..cut]);
            pty.Print(Text[cut..]);

            var process = Ptys.Piped.Take();
            var expected = System.Text.Encoding.Latin1.GetString(System.Text.Encoding.UTF8.GetBytes(Text[(Text.IndexOf("start\r", StringComparison.Ordinal) + 6)..]));
            AwaitCondition(() => process.Input == expected);
            Assert.Equal("one\nstart\ntwo bold\nthréé\nstart\nend", Screen(made.Session));
            AskSession<Stopped>(made.Session, StopCoprocess.Instance);
            process.Exit(PtyExit.Code(0));
        }
    }

    [Fact]
    public void What_was_held_for_a_coprocess_that_cannot_be_started_is_shown()
    {
        _options = new CoprocessOptions(Mute: true);
        Ptys.PipedRefusal = new PtySpawnException(PtySpawnFailure.NoSuchFile, "no such file: copro", "ENOENT");
        var (made, pty) = Open();

        pty.Print("start\r\nafter\r\nstart\r\nlast");

        Assert.Equal("spawnFailed", Event(EventsProtocol.Kinds.CoprocessRejected).GetProperty("why").GetString());
        AwaitCondition(() => Screen(made.Session) == "start\nafter\nstart\nlast");
    }

    [Fact]
    public void What_was_held_is_given_and_shown_though_the_program_has_ended_meanwhile()
    {
        var gate = Ptys.PipedGate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (made, pty) = Open();

        pty.Print("start\r\nthe rest");
        var process = Ptys.Piped.Take();
        pty.Exit(PtyExit.Code(0));
        Settle(made.Session);
        gate.SetResult();

        AwaitCondition(() => process.Input == "\nthe rest" && process.IsClosed(PipeInterest.Input));
        Assert.Equal("start\nthe rest", Screen(made.Session));
        Assert.Equal(SessionState.Ended, Settle(made.Session).State);
    }

    private sealed class Starter(IWatchedSession session, CutTests test) : IOutputWatcher
    {
        public bool WatchesLines => true;

        public void LineCompleted(long absoluteLine)
        {
            if (session.Screen.GetLine(absoluteLine).GetText() == "start")
                session.StartCoprocess(Run("copro", test._options, CoprocessSource.Trigger));
        }

        public void OutputSeen()
        {
        }
    }
}
