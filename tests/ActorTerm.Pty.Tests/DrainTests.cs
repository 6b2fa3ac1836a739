using ActorTerm.Pty.Tests.Probe;

namespace ActorTerm.Pty.Tests;

/// <summary>An exit while somebody else keeps the terminal open, or while the owner does not read.</summary>
public sealed class DrainTests
{
    private static readonly TimeSpan Never = TimeSpan.FromHours(1);
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task A_silent_background_job_holds_the_exit_back_for_the_drain_time()
    {
        await using var host = new LinuxPtyHost(new PtyHostOptions { DrainTime = Soon, UnreadTime = Never });
        await using var probe = await PtyProbe.StartAsync(host, PtyProbe.Script("trap '' HUP; sleep 1000 & echo last words; exit 3"));

        var exit = await probe.WaitForExitAsync();

        Assert.Equal(PtyExit.Code(3), exit);
        Assert.Equal("last words\r\n", probe.Text);
        Assert.False(probe.Ended);
    }

    [Fact]
    public async Task What_a_background_job_writes_after_the_exit_can_be_read_until_it_ends_too()
    {
        await using var folder = new Folder();
        await using var host = new LinuxPtyHost(new PtyHostOptions { DrainTime = Soon, UnreadTime = Never });
        string script = $"trap '' HUP; mkfifo {folder.Path}/go; (read line <{folder.Path}/go; echo afterwards) & exit 0";
        await using var probe = await PtyProbe.StartAsync(host, PtyProbe.Script(script));
        await probe.WaitForExitAsync();

        File.WriteAllText($"{folder.Path}/go", "now\n");
        await probe.WaitForEndAsync();

        Assert.Equal("afterwards\r\n", probe.Text);
        Assert.Equal(1, probe.ExitsTold);
    }

    [Fact]
    public async Task A_background_job_that_floods_holds_the_exit_back_for_so_many_bytes()
    {
        await using var host = new LinuxPtyHost(new PtyHostOptions { DrainTime = Never, UnreadTime = Never, DrainBytes = 100_000 });
        await using var probe = await PtyProbe.StartAsync(host, PtyProbe.Script("trap '' HUP; yes & exit 3"));

        var exit = await probe.WaitForExitAsync();

        Assert.Equal(PtyExit.Code(3), exit);
        Assert.False(probe.Ended);
        Assert.True(probe.Bytes.Length >= 100_000);
    }

    [Fact]
    public async Task Output_that_the_owner_has_not_read_holds_the_exit_back()
    {
        await using var host = new LinuxPtyHost(new PtyHostOptions { DrainTime = TimeSpan.FromMilliseconds(1), UnreadTime = Never });
        await using var probe = await PtyProbe.StartAsync(host, PtyProbe.Script("echo last words; exit 3"), reading: false);

        // A number answers to kill -0 until it is reaped; this one ends after that, and its own exit is told after the other's could have
        // been.
        await using var witness = await PtyProbe.StartAsync(host, PtyProbe.Script($"while kill -0 {probe.Pid} 2>/dev/null; do :; done"));
        await witness.WaitForExitAsync();
        int toldUnread = probe.ExitsTold;
        probe.Release();
        var exit = await probe.WaitForExitAsync();

        Assert.Equal(0, toldUnread);
        Assert.Equal(PtyExit.Code(3), exit);
        Assert.Equal("last words\r\n", probe.Text);
    }

    [Fact]
    public async Task An_owner_that_does_not_read_is_told_once_that_the_program_is_gone()
    {
        await using var host = new LinuxPtyHost(new PtyHostOptions { DrainTime = TimeSpan.FromMilliseconds(1), UnreadTime = Never });
        await using var probe = await PtyProbe.StartAsync(host, PtyProbe.Script("echo last words; exit 3"), reading: false);

        await probe.WaitAsync("it was not told that the program is gone", () => probe.ExitingTold > 0);
        Assert.Equal(0, probe.ExitsTold);
        probe.Release();
        var exit = await probe.WaitForExitAsync();

        Assert.Equal(PtyExit.Code(3), exit);
        Assert.Equal("last words\r\n", probe.Text);
        Assert.Equal(1, probe.ExitingTold);
    }

    [Fact]
    public async Task An_owner_that_never_reads_is_told_in_the_end_and_can_still_read()
    {
        await using var host = new LinuxPtyHost(new PtyHostOptions { DrainTime = Soon, UnreadTime = Soon });
        await using var probe = await PtyProbe.StartAsync(host, PtyProbe.Script("echo last words; exit 3"), reading: false);

        var exit = await probe.WaitForExitAsync();
        probe.Release();
        await probe.WaitForEndAsync();

        Assert.Equal(PtyExit.Code(3), exit);
        Assert.Equal("last words\r\n", probe.Text);
        Assert.Equal(1, probe.ExitsTold);
    }

    [Theory]
    [InlineData(0, false, 0, false, false)]         // just exited
    [InlineData(999, false, 0, false, false)]
    [InlineData(1000, false, 0, false, true)]       // the drain time
    [InlineData(1000, false, 0, true, false)]       // the owner is behind: wait for it
    [InlineData(29_999, false, 0, true, false)]
    [InlineData(30_000, false, 0, true, true)]      // but not for ever
    [InlineData(0, true, 0, false, true)]           // the end of output
    [InlineData(0, true, 0, true, true)]
    [InlineData(0, false, 1_048_575, true, false)]
    [InlineData(0, false, 1_048_576, true, true)]   // the drain bytes
    public void The_limits_of_the_drain(long sinceExit, bool outputEnded, long readSinceExit, bool unread, bool over)
    {
        var drain = new ExitDrain(new PtyHostOptions(), exitedAt: 5_000);

        Assert.Equal(over, drain.IsOver(5_000 + sinceExit, outputEnded, readSinceExit, unread));
    }
}
