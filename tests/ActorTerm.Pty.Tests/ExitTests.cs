using System.Text;
using ActorTerm.Pty.Tests.Probe;

namespace ActorTerm.Pty.Tests;

public sealed class ExitTests : PtyHostTests
{
    [Theory]
    [InlineData("exit 0", 0, null)]
    [InlineData("exit 255", 255, null)]
    [InlineData("kill -TERM $$", null, PtySignal.Terminate)]
    [InlineData("kill -KILL $$", null, PtySignal.Kill)]
    [InlineData("kill -HUP $$", null, PtySignal.Hangup)]
    public async Task An_exit_says_the_code_or_the_signal(string script, int? code, int? signal)
    {
        await using var probe = await RunAsync(script);

        var exit = await probe.WaitForExitAsync();

        Assert.Equal(new PtyExit(code, signal), exit);
        Assert.True(probe.Ended);
        Assert.Equal(1, probe.ExitsTold);
    }

    [Fact]
    public async Task All_that_a_fast_writer_wrote_is_read_before_its_exit_is_told()
    {
        string expected = string.Concat(Enumerable.Range(1, 20_000).Select(number => $"{number}\r\n"));
        var probes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RunAsync(PtyProbe.Program("/usr/bin/seq", "20000"))));

        foreach (var probe in probes)
        {
            string? atExit = null;
            await probe.WaitAsync("the exit was not told", () => probe.ExitsTold > 0 && (atExit = probe.Text) is not null);
            Assert.Equal(expected, atExit);
            Assert.True(probe.Ended);
            await probe.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_program_that_closed_its_terminal_can_open_it_again()
    {
        await using var folder = new Folder();
        string go = Path.Combine(folder.Path, "go");
        await using var probe = await RunAsync($"mkfifo {go}; exec <&- >&- 2>&-; read line <{go}; exec >/dev/tty; echo back; exit 5");

        // All that used the terminal have closed it; what keeps it open now is this process.
        await probe.WaitAsync("the terminal was not held open", () => Descriptors.LeadTo(probe.TtyName) == 1);
        File.WriteAllText(go, "now\n");
        var exit = await probe.WaitForExitAsync();

        Assert.Equal(PtyExit.Code(5), exit);
        Assert.Equal("back\r\n", probe.Text);
        Assert.True(probe.Ended);
        Assert.Equal(0, Descriptors.LeadTo(probe.TtyName));
    }

    [Fact]
    public async Task After_the_end_reading_arming_and_signals_are_harmless()
    {
        await using var probe = await RunAsync("exit 0");
        await probe.WaitForExitAsync();

        Assert.Equal(PtyReadResult.End, probe.Do(c => c.Read(new byte[1])));
        Assert.Equal(IPtyConnection.HungUp, probe.Do(c => c.TryWrite("x"u8)));
        Assert.False(probe.Do(c => c.Signal(PtySignal.Kill, foregroundGroup: false)));
        Assert.False(probe.Do(c => c.Signal(PtySignal.Kill, foregroundGroup: true)));
        Assert.Equal(0, await probe.Do(c => c.SignalSessionAsync(PtySignal.Kill)));
        probe.Do(c => c.Arm(PtyInterest.Read | PtyInterest.Write));
        probe.Do(c => c.Resize(10, 10));
        Assert.Equal(1, probe.ExitsTold);
    }

    [Fact]
    public async Task After_disposal_the_program_is_hung_up_and_its_exit_is_still_told_once()
    {
        await using var probe = await RunAsync(PtyProbe.Program("/bin/cat"));

        await probe.Do(c => c.DisposeAsync());
        await probe.Do(c => c.DisposeAsync());
        var exit = await probe.WaitForExitAsync();

        Assert.Equal(PtyExit.BySignal(PtySignal.Hangup), exit);
        Assert.Equal(PtyReadResult.End, probe.Do(c => c.Read(new byte[1])));
        Assert.Equal(IPtyConnection.HungUp, probe.Do(c => c.TryWrite("x"u8)));
        Assert.Equal(0, probe.Do(c => c.ForegroundProcessGroup()));
        Assert.Equal(PtyLineModes.None, probe.Do(c => c.LineModes()));
        Assert.Null(await probe.Do(c => c.ForegroundJobAsync()));
        probe.Do(c => c.Arm(PtyInterest.Read));
        probe.Do(c => c.Resize(10, 10));
        Assert.Equal(1, probe.ExitsTold);
    }

    [Fact]
    public async Task A_hundred_programs_at_once_end_with_what_is_theirs()
    {
        var probes = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => RunAsync($"read line; echo [$line]; exit {number}")));

        for (int number = 0; number < probes.Length; number++) probes[number].Type($"line {number}\n");
        var exits = await Task.WhenAll(probes.Select(probe => probe.WaitForExitAsync()));

        for (int number = 0; number < probes.Length; number++)
        {
            Assert.Equal(PtyExit.Code(number), exits[number]);
            Assert.EndsWith($"[line {number}]\r\n", probes[number].Text);
            await probes[number].DisposeAsync();
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_text_arrive_as_they_were_written()
    {
        await using var folder = new Folder();
        byte[] bytes = new byte[300_000];
        new Random(2).NextBytes(bytes);
        string file = Path.Combine(folder.Path, "bytes");
        File.WriteAllBytes(file, bytes);
        await using var probe = await RunAsync($"stty raw; cat {file}");

        await probe.WaitForExitAsync();

        Assert.Equal(bytes, probe.Bytes);
    }
}
