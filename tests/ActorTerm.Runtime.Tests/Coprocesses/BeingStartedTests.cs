using ActorTerm.Pty;
using ActorTerm.Pty.Piping;
using ActorTerm.Runtime.Events;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Tests.Sessions;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Coprocesses.CoprocessesProtocol;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Tests.Coprocesses;

/// <summary>What happens between the byte at which a coprocess is started and the moment at which its process is there.</summary>
public sealed class BeingStartedTests : CoprocessKit
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TestProbe _starter = null!;

    [Fact]
    public void What_the_program_prints_meanwhile_is_given_to_it_and_shown()
    {
        var (made, pty) = Open();
        var process = Start(made);

        pty.Print("meanwhile");
        Settle(made.Session);
        Assert.Equal(("", 9), (Screen(made.Session), pty.LeftToRead));
        _gate.SetResult();

        _starter.ExpectMsg<StartAnswer.Started>();
        AwaitCondition(() => process.Input == "meanwhile");
        AwaitCondition(() => Screen(made.Session) == "meanwhile");
    }

    [Fact]
    public void Another_start_is_refused()
    {
        var (made, _) = Open();
        Start(made);

        Assert.Equal("copro", AskSession<StartAnswer.AlreadyRunning>(made.Session, Run("other")).Command);
        _gate.SetResult();

        _starter.ExpectMsg<StartAnswer.Started>();
        Assert.Empty(Ptys.Piped);
    }

    [Fact]
    public void When_it_fails_the_output_left_unread_is_shown_and_the_place_is_free()
    {
        var (made, pty) = Open();
        Start(made);
        pty.Print("meanwhile");

        _gate.SetException(new PtySpawnException(PtySpawnFailure.NoSuchFile, "no such file: copro", "ENOENT"));

        Assert.Equal("no such file: copro", _starter.ExpectMsg<StartAnswer.SpawnFailed>().Text);
        AwaitCondition(() => Screen(made.Session) == "meanwhile");
        Ptys.PipedGate = null;
        Begin(made);
    }

    [Fact]
    public void When_the_program_ends_it_reads_the_end_of_its_input_as_soon_as_it_is_there()
    {
        var (made, pty) = Open();
        var process = Start(made);

        pty.Exit(PtyExit.Code(0));
        Assert.Equal(SessionState.Running, Settle(made.Session).State);
        _gate.SetResult();

        _starter.ExpectMsg<StartAnswer.Started>();
        AwaitCondition(() => process.IsClosed(PipeInterest.Input));
        Assert.Equal(SessionState.Ended, Settle(made.Session).State);
    }

    [Fact]
    public void A_stop_frees_the_place_at_once_and_the_process_is_ended_when_it_is_there()
    {
        var (made, _) = Open();
        var process = Start(made);

        Assert.True(AskSession<Stopped>(made.Session, StopCoprocess.Instance).WasRunning);
        Assert.Equal("it was ended before it ran", _starter.ExpectMsg<StartAnswer.SpawnFailed>().Text);
        Ptys.PipedGate = null;
        var next = Begin(made);
        _gate.SetResult();
        AwaitCondition(() => process.Signals.Contains(PtySignal.Terminate) && process.IsClosed(PipeInterest.Input | PipeInterest.Output));
        process.Exit(PtyExit.BySignal(PtySignal.Terminate));

        Assert.Equal(("stopped", "SIGTERM"), Ended(process));
        AwaitCondition(() => process.Disposed);
        Assert.Empty(next.Signals);
    }

    [Fact]
    public void One_that_is_stopped_and_gone_before_it_is_handed_over_is_told_of_all_the_same()
    {
        var (made, _) = Open();
        var process = Start(made);

        AskSession<Stopped>(made.Session, StopCoprocess.Instance);
        process.Exit(PtyExit.Code(7));
        Settle(made.Session);
        _gate.SetResult();

        Assert.Equal(("stopped", "7"), Ended(process));
        AwaitCondition(() => process.Disposed);
    }

    [Fact]
    public void One_that_is_gone_before_it_is_handed_over_is_released_though_a_child_of_it_holds_its_output()
    {
        var (made, _) = Open();
        var process = Start(made);

        process.Exit(PtyExit.Code(0), groupStays: true);
        Settle(made.Session);
        _gate.SetResult();
        _starter.ExpectMsg<StartAnswer.Started>();
        Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(("released", "0"), Ended(process));
    }

    [Fact]
    public void When_its_actor_fails_whoever_started_it_hears_so()
    {
        var (made, pty) = Open();
        var process = Start(made);
        process.Failure = new InvalidOperationException("a defect");
        pty.Print("meanwhile");

        _gate.SetResult();

        Assert.Contains("failed while it was being started", _starter.ExpectMsg<StartAnswer.SpawnFailed>().Text);
        AwaitCondition(() => process.Disposed && Screen(made.Session) == "meanwhile");
    }

    [Fact]
    public void A_closed_session_waits_for_it()
    {
        var (made, pty) = Open();
        var process = Start(made);

        Tree.Tell(new WorkspaceProtocol.CloseSessions([made.Session]), Script.Ref);
        _starter.ExpectMsg<StartAnswer.SpawnFailed>();
        pty.Exit(PtyExit.BySignal(PtySignal.Hangup));
        _gate.SetResult();
        AwaitCondition(() => process.Signals.Contains(PtySignal.Terminate));
        process.Exit(PtyExit.BySignal(PtySignal.Terminate));

        Assert.Equal(("sessionClosed", "SIGTERM"), Ended(process));
        Script.ExpectMsg<WorkspaceProtocol.Closed>();
        AwaitCondition(() => process.Disposed && pty.Disposed);
    }

    /// <summary>Begins a start that goes on when the gate is opened.</summary>
    private FakeProcess Start(WorkspaceProtocol.Created made)
    {
        Ptys.PipedGate = _gate;
        _starter = CreateTestProbe("starter");
        Tree.Tell(new WorkspaceProtocol.ToSession(SessionTarget.Of(made.Session), Run("copro")), _starter.Ref);
        return Ptys.Piped.Take();
    }

    private (string? Reason, string? How) Ended(FakeProcess process)
    {
        var ended = Event(EventsProtocol.Kinds.CoprocessEnded);
        Assert.Equal(process.Pid, ended.GetProperty("pid").GetInt32());
        return (ended.GetProperty("reason").GetString(), ended.TryGetProperty("signal", out var signal) ? signal.GetString() : $"{ended.GetProperty("exitCode")}");
    }
}
