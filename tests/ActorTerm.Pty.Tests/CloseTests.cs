using ActorTerm.Pty.Jobs;
using ActorTerm.Pty.Tests.Probe;

namespace ActorTerm.Pty.Tests;

/// <summary>The signals a close ladder is made of, against programs that do not want to end.</summary>
public sealed class CloseTests : PtyHostTests
{
    public CloseTests()
        : base(new PtyHostOptions { DrainTime = TimeSpan.FromMilliseconds(20) })
    {
    }

    [Fact]
    public async Task A_program_that_ignores_hang_up_and_termination_ends_by_the_kill()
    {
        await using var probe = await RunAsync("trap 'echo hup' HUP; trap 'echo term' TERM; echo ready; while :; do sleep 1000 & wait; done");
        await probe.WaitForTextAsync("ready");

        Assert.True(probe.Do(c => c.Signal(PtySignal.Hangup, foregroundGroup: false)));
        Assert.True(probe.Do(c => c.Signal(PtySignal.Continue, foregroundGroup: false)));
        await probe.WaitForTextAsync("hup");
        Assert.True(probe.Do(c => c.Signal(PtySignal.Terminate, foregroundGroup: false)));
        await probe.WaitForTextAsync("term");
        Assert.True(probe.Do(c => c.Signal(PtySignal.Kill, foregroundGroup: false)));
        var exit = await probe.WaitForExitAsync();

        Assert.Equal(PtyExit.BySignal(PtySignal.Kill), exit);
        Assert.True(probe.Ended);
    }

    [Fact]
    public async Task A_stopped_program_gets_its_hang_up_once_it_is_continued()
    {
        await using var probe = await RunAsync("trap 'echo hup; exit 4' HUP; kill -STOP $$; while :; do sleep 1000 & wait; done");
        await Eventually.SeesAsync("the program did not stop", () => Task.FromResult(ProcessStatus.Read(probe.Pid)), seen => seen is { State: 'T' });

        probe.Do(c => c.Signal(PtySignal.Hangup, foregroundGroup: false));
        probe.Do(c => c.Signal(PtySignal.Continue, foregroundGroup: false));
        await probe.WaitForTextAsync("hup");
        var exit = await probe.WaitForExitAsync();

        Assert.Equal(PtyExit.Code(4), exit);
    }

    [Fact]
    public async Task A_program_killed_in_mid_flood_ends_and_so_does_its_output()
    {
        await using var probe = await RunAsync(PtyProbe.Program("/usr/bin/yes"));
        await probe.WaitForBytesAsync(1_000_000);

        probe.Do(c => c.Signal(PtySignal.Kill, foregroundGroup: false));
        var exit = await probe.WaitForExitAsync();

        Assert.Equal(PtyExit.BySignal(PtySignal.Kill), exit);
        Assert.True(probe.Ended);
    }

    [Fact]
    public async Task A_flood_that_nobody_reads_ends_with_its_terminal()
    {
        await using var probe = await RunAsync(PtyProbe.Program("/usr/bin/yes"));
        await probe.WaitForBytesAsync(100_000);
        probe.Hold();

        await probe.Do(c => c.DisposeAsync());
        var exit = await probe.WaitForExitAsync();

        Assert.Equal(PtyExit.BySignal(PtySignal.Hangup), exit);
    }

    [Fact]
    public async Task A_process_that_forked_away_with_the_terminal_is_reached_through_the_session()
    {
        await using var probe = await RunAsync("trap '' HUP TERM; set -m; sh -c 'echo away $$; sleep 1000; sleep 1000' & exit 0");
        await probe.WaitForTextAsync("away");
        var exit = await probe.WaitForExitAsync();
        Assert.False(probe.Ended);

        int reached = await probe.Do(c => c.SignalSessionAsync(PtySignal.Kill));
        await probe.WaitForEndAsync();

        Assert.Equal(PtyExit.Code(0), exit);
        Assert.Equal(2, reached);                    // the shell and its sleep, in a group of their own
        Assert.False(probe.Do(c => c.Signal(PtySignal.Kill, foregroundGroup: false)));
    }

    [Fact]
    public async Task Signals_to_the_own_group_work_after_disposal()
    {
        await using var probe = await RunAsync("trap '' HUP; echo ready; exec sleep 1000");
        await probe.WaitForTextAsync("ready");
        await probe.Do(c => c.DisposeAsync());

        Assert.True(probe.Do(c => c.Signal(PtySignal.Kill, foregroundGroup: false)));
        var exit = await probe.WaitForExitAsync();

        Assert.Equal(PtyExit.BySignal(PtySignal.Kill), exit);
    }

    [Fact]
    public async Task A_signal_to_the_foreground_group_spares_the_shell()
    {
        await using var probe = await RunAsync(
            "set -m; trap 'echo shell got it' INT; sh -c 'trap \"echo job got it; exit 1\" INT; echo ready; while :; do sleep 1000 & wait; done'; echo left by $?");
        await probe.WaitForTextAsync("ready");

        Assert.True(probe.Do(c => c.Signal(PtySignal.Interrupt, foregroundGroup: true)));
        await probe.WaitForExitAsync();

        Assert.Equal("ready\r\njob got it\r\nleft by 1\r\n", probe.Text);
    }

    [Fact]
    public async Task Disposing_of_the_host_kills_what_still_runs()
    {
        var host = new LinuxPtyHost();
        var stubborn = await PtyProbe.StartAsync(host, PtyProbe.Script("trap '' HUP TERM INT; echo ready; while :; do sleep 1000 & wait; done"));
        await stubborn.WaitForTextAsync("ready");
        var unread = await PtyProbe.StartAsync(host, PtyProbe.Program("/usr/bin/yes"), reading: false);

        await host.DisposeAsync();

        Assert.Equal(0, host.Live);
        Assert.Equal(PtyExit.BySignal(PtySignal.Kill), await stubborn.WaitForExitAsync());
        Assert.Equal(PtyExit.BySignal(PtySignal.Kill), await unread.WaitForExitAsync());
    }
}
