using ActorTerm.Pty;
using ActorTerm.Pty.Piping;
using ActorTerm.Runtime.Events;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Tests.Sessions;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Coprocesses.CoprocessesProtocol;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Tests.Coprocesses;

/// <summary>Each way in which a coprocess ends, and the times it has for it.</summary>
public sealed class EndOfLifeTests : CoprocessKit
{
    private string Ended(FakeProcess process)
    {
        var ended = Event(EventsProtocol.Kinds.CoprocessEnded);
        Assert.Equal(("copro", process.Pid), (ended.GetProperty("command").GetString(), ended.GetProperty("pid").GetInt32()));
        var how = ended.TryGetProperty("signal", out var signal) ? signal.GetString() : ended.TryGetProperty("exitCode", out var code) ? $"{code}" : "unknown";
        return $"{ended.GetProperty("reason").GetString()} {how} \"{ended.GetProperty("stderr").GetString()}\"";
    }

    [Fact]
    public void The_end_of_its_output_is_its_end_and_what_it_printed_last_is_typed_before()
    {
        var (made, pty) = Open();
        var process = Begin(made);

        process.Complain("a complaint\n");
        process.Print("last words");
        process.EndOutput();
        AwaitCondition(() => process.Signals.Contains(PtySignal.Terminate));
        process.Exit(PtyExit.Code(3));

        Assert.Equal("exited 3 \"a complaint\n\"", Ended(process));
        Assert.Equal("last words", pty.Input);
        AwaitCondition(() => process.Disposed);
        Assert.Equal([PtySignal.Terminate], process.Signals);
    }

    [Fact]
    public void One_that_closes_its_output_and_works_on_is_ended_by_force_after_the_grace_period()
    {
        var (made, _) = Open();
        var process = Begin(made);

        process.EndOutput();
        AwaitCondition(() => process.Signals.Contains(PtySignal.Terminate));
        Time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.DoesNotContain(PtySignal.Kill, process.Signals);
        Time.Advance(TimeSpan.FromSeconds(0.1));
        AwaitCondition(() => process.Signals.Contains(PtySignal.Kill));
        process.Exit(PtyExit.BySignal(PtySignal.Kill));

        Assert.Equal("exited SIGKILL \"\"", Ended(process));
        AwaitCondition(() => process.Disposed);
    }

    [Fact]
    public void What_is_left_of_its_group_after_its_end_is_killed_after_the_grace_period()
    {
        var (made, _) = Open();
        var process = Begin(made);

        process.EndOutput();
        AwaitCondition(() => process.Signals.Contains(PtySignal.Terminate));
        process.Exit(PtyExit.Code(0), groupStays: true);
        Assert.Equal("exited 0 \"\"", Ended(process));
        Time.Advance(TimeSpan.FromSeconds(2));

        AwaitCondition(() => process.Signals.Contains(PtySignal.Kill) && process.Disposed);
    }

    [Fact]
    public void When_the_rest_of_its_group_ends_by_itself_nobody_waits_for_the_grace_period()
    {
        var (made, _) = Open();
        var process = Begin(made);

        process.EndOutput();
        AwaitCondition(() => process.Signals.Contains(PtySignal.Terminate));
        process.Exit(PtyExit.Code(0), groupStays: true);
        Assert.Equal("exited 0 \"\"", Ended(process));
        process.EndGroup();

        AwaitCondition(() =>
        {
            Time.Advance(TimeSpan.FromMilliseconds(1));         // few of them: far from the grace period's end
            return process.Disposed;
        });
        Assert.Equal([PtySignal.Terminate], process.Signals);
    }

    [Fact]
    public void A_stop_closes_both_pipes_at_once_drops_what_is_on_its_way_and_frees_the_place()
    {
        var (made, pty) = Open();
        var process = Begin(made, new CoprocessOptions(Mute: true));
        process.AcceptOnly(0);
        pty.Print("never read");
        AwaitCondition(() => pty.LeftToRead == 0);

        Assert.True(AskSession<Stopped>(made.Session, StopCoprocess.Instance).WasRunning);
        AwaitCondition(() => process.IsClosed(PipeInterest.Input) && process.IsClosed(PipeInterest.Output) && process.Signals.Contains(PtySignal.Terminate));
        pty.Print("shown again");
        AwaitCondition(() => Screen(made.Session) == "shown again");
        Assert.False(AskSession<Stopped>(made.Session, StopCoprocess.Instance).WasRunning);
        var next = Begin(made);
        process.Exit(PtyExit.BySignal(PtySignal.Terminate));

        Assert.Equal("stopped SIGTERM \"\"", Ended(process));
        Assert.Equal("", process.Input);
        Assert.Equal(next.Pid, AskSession<CoprocessStatus>(made.Session, GetCoprocess.Instance).Running!.Pid);
    }

    [Fact]
    public void The_end_of_the_program_is_the_end_of_its_input_and_the_rest_is_delivered()
    {
        var (made, pty) = Open();
        var process = Begin(made);
        process.AcceptOnly(2);
        pty.Print("the rest");
        AwaitCondition(() => pty.LeftToRead == 0);

        pty.Exit(PtyExit.Code(0));
        AwaitCondition(() => Settle(made.Session).State == SessionState.Ended);
        Assert.False(process.IsClosed(PipeInterest.Input));
        process.Print("nobody to type to");
        process.AcceptOnly(long.MaxValue);
        AwaitCondition(() => process.Input == "the rest" && process.IsClosed(PipeInterest.Input) && process.LeftToRead == 0);
        Assert.Empty(process.Signals);
        process.EndOutput();
        AwaitCondition(() => process.Signals.Contains(PtySignal.Terminate));
        process.Exit(PtyExit.Code(5));

        Assert.Equal("sessionEnded 5 \"\"", Ended(process));
        Assert.Equal("", pty.Input);
        Assert.Null(Settle(made.Session).Coprocess);
    }

    [Fact]
    public void One_that_outlives_the_program_gets_SIGTERM_and_then_SIGKILL()
    {
        var (made, pty) = Open();
        var process = Begin(made);

        pty.Exit(PtyExit.Code(0));
        AwaitCondition(() => process.IsClosed(PipeInterest.Input));
        Time.Advance(TimeSpan.FromSeconds(2));
        AwaitCondition(() => process.Signals.Contains(PtySignal.Terminate));
        Assert.DoesNotContain(PtySignal.Kill, process.Signals);
        Time.Advance(TimeSpan.FromSeconds(2));
        AwaitCondition(() => process.Signals.Contains(PtySignal.Kill));
        process.Exit(PtyExit.BySignal(PtySignal.Kill));

        Assert.Equal("sessionEnded SIGKILL \"\"", Ended(process));
    }

    [Fact]
    public void One_that_prints_for_ever_faster_than_it_is_read_outlives_the_program_no_longer()
    {
        var (made, pty) = Open();
        var process = Begin(made);
        pty.AcceptOnly(0);
        process.Flood();

        pty.Exit(PtyExit.Code(0));
        AwaitCondition(() => process.IsClosed(PipeInterest.Input));
        Time.Advance(TimeSpan.FromSeconds(2));
        AwaitCondition(() => process.Signals.Contains(PtySignal.Terminate));
        process.Exit(PtyExit.BySignal(PtySignal.Terminate));

        Assert.Equal("sessionEnded SIGTERM \"\"", Ended(process));
    }

    [Fact]
    public void While_something_it_left_behind_holds_its_output_it_runs_on_until_that_is_silent_for_the_release_time()
    {
        var (made, pty) = Open();
        var process = Begin(made);

        process.Exit(PtyExit.Code(0), groupStays: true);
        Settle(made.Session);
        Time.Advance(TimeSpan.FromSeconds(4.9));
        process.Print("still here");
        AwaitCondition(() => pty.Input == "still here");
        Settle(made.Session);
        Time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.NotNull(AskSession<CoprocessStatus>(made.Session, GetCoprocess.Instance).Running);
        Time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal("released 0 \"\"", Ended(process));
        Assert.Null(AskSession<CoprocessStatus>(made.Session, GetCoprocess.Instance).Running);
        Assert.Equal([PtySignal.Terminate], process.Signals);
    }

    [Fact]
    public void A_closed_session_ends_it_and_is_gone_when_it_is()
    {
        var (made, pty) = Open();
        var process = Begin(made);

        Tree.Tell(new WorkspaceProtocol.CloseSessions([made.Session]), Script.Ref);
        AwaitCondition(() => process.Signals.Contains(PtySignal.Terminate));
        pty.Exit(PtyExit.BySignal(PtySignal.Hangup));
        process.Exit(PtyExit.BySignal(PtySignal.Terminate));

        Assert.Equal("sessionClosed SIGTERM \"\"", Ended(process));
        Script.ExpectMsg<WorkspaceProtocol.Closed>();
        AwaitCondition(() => process.Disposed && pty.Disposed);
    }

    [Fact]
    public void A_closed_session_waits_for_one_that_ignores_SIGTERM_no_longer_than_the_grace_period()
    {
        var (made, pty) = Open();
        var process = Begin(made);

        Tree.Tell(new WorkspaceProtocol.CloseSessions([made.Session]), Script.Ref);
        AwaitCondition(() => process.Signals.Contains(PtySignal.Terminate));
        pty.Exit(PtyExit.BySignal(PtySignal.Hangup));
        Settle(made.Session);
        Script.ExpectNoMsg(TimeSpan.Zero);
        Time.Advance(TimeSpan.FromSeconds(2));
        AwaitCondition(() => process.Signals.Contains(PtySignal.Kill));
        process.Exit(PtyExit.BySignal(PtySignal.Kill));

        Assert.Equal("sessionClosed SIGKILL \"\"", Ended(process));
        Script.ExpectMsg<WorkspaceProtocol.Closed>();
    }

    [Fact]
    public void One_that_even_SIGKILL_does_not_end_is_let_go_of()
    {
        var (made, _) = Open();
        var process = Begin(made);
        AskSession<Stopped>(made.Session, StopCoprocess.Instance);
        AwaitCondition(() => process.Signals.Contains(PtySignal.Terminate));

        Time.Advance(TimeSpan.FromSeconds(2));
        AwaitCondition(() => process.Signals.Contains(PtySignal.Kill));
        Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("stopped unknown \"\"", Ended(process));
        AwaitCondition(() => process.Disposed);
    }

    [Fact]
    public void A_restart_of_the_session_ends_it_and_starts_none()
    {
        var (made, pty) = Open();
        var process = Begin(made);

        Tree.Tell(new WorkspaceProtocol.ToSession(Runtime.Identities.SessionTarget.Of(made.Session), new Restart(OnlyIfEnded: false)), Script.Ref);
        AwaitCondition(() => process.Signals.Contains(PtySignal.Terminate));
        process.Exit(PtyExit.BySignal(PtySignal.Terminate));
        pty.Exit(PtyExit.BySignal(PtySignal.Hangup));
        Script.ExpectMsg<Accepted>();

        Assert.Equal("restart SIGTERM \"\"", Ended(process));
        Assert.Null(Settle(made.Session).Coprocess);
        Assert.Empty(Ptys.Piped);
    }

    [Fact]
    public void A_start_in_an_ended_session_is_refused()
    {
        var (made, pty) = Open();
        pty.Exit(PtyExit.Code(0));
        AwaitCondition(() => Settle(made.Session).State == SessionState.Ended);

        AskSession<StartAnswer.SessionEnded>(made.Session, Run("copro"));
    }

    [Fact]
    public void One_whose_actor_fails_is_gone_with_its_process_and_not_started_again()
    {
        var (made, pty) = Open();
        var process = Begin(made, new CoprocessOptions(Mute: true));

        process.Failure = new InvalidOperationException("a defect");
        process.Print("x");
        AwaitCondition(() => process.Disposed && Settle(made.Session).Coprocess is null);
        pty.Print("shown");

        AwaitCondition(() => Screen(made.Session) == "shown");
        Assert.Empty(Ptys.Piped);
        Begin(made);
    }

    [Fact]
    public void Stderr_is_told_up_to_its_bound()
    {
        var (made, _) = Open();
        var process = Begin(made);

        process.Complain(new string('e', 150_000));
        process.EndOutput();
        AwaitCondition(() => process.Signals.Contains(PtySignal.Terminate));
        process.Exit(PtyExit.Code(1));

        Assert.Equal($"exited 1 \"{new string('e', 100_000)}\n[cut: only the first 100000 characters are kept]\"", Ended(process));
    }
}
