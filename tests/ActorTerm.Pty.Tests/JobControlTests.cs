using ActorTerm.Pty.Tests.Probe;

namespace ActorTerm.Pty.Tests;

public sealed class JobControlTests : PtyHostTests
{
    private static readonly PtyOptions Shell = PtyProbe.Program("/bin/bash", "--norc", "--noprofile", "-i") with
    {
        Environment = new Dictionary<string, string>(PtyProbe.Environment) { ["PS1"] = "ok> ", ["HISTFILE"] = "/dev/null", ["INPUTRC"] = "/dev/null" },
    };

    // Jobs of a script ignore the interrupt key, so the sleepers stay behind and hold the terminal.
    public JobControlTests()
        : base(new PtyHostOptions { DrainTime = TimeSpan.FromMilliseconds(20) })
    {
    }

    [Fact]
    public async Task An_interactive_shell_suspends_resumes_and_interrupts_its_jobs()
    {
        await using var probe = await RunAsync(Shell);
        await probe.WaitForTextAsync("ok> ");
        Assert.Equal(probe.Pid, probe.Do(c => c.ForegroundProcessGroup()));

        probe.Type("sh -c 'trap \"echo resumed\" CONT; echo job $((1)); while :; do sleep 1000 & wait; done'\n");
        await probe.WaitForTextAsync("job 1");
        int job = probe.Do(c => c.ForegroundProcessGroup());
        probe.Type("\u001a");
        await probe.WaitForTextAsync("Stopped");
        await WaitForPromptAsync(probe, 2);
        int prompt = probe.Do(c => c.ForegroundProcessGroup());
        probe.Type("fg\n");
        await probe.WaitForTextAsync("resumed\r\n");
        int resumed = probe.Do(c => c.ForegroundProcessGroup());
        probe.Type("\u0003");
        await WaitForPromptAsync(probe, 3);
        probe.Type("echo left by $?\n");
        await probe.WaitForTextAsync("left by 130");
        probe.Type("exit 7\n");
        var exit = await probe.WaitForExitAsync();

        Assert.NotEqual(probe.Pid, job);
        Assert.Equal(probe.Pid, prompt);
        Assert.Equal(job, resumed);
        Assert.Equal(PtyExit.Code(7), exit);
        Assert.DoesNotContain("no job control", probe.Text);
    }

    [Fact]
    public async Task The_interrupt_key_reaches_the_foreground_program()
    {
        await using var probe = await RunAsync("trap 'echo caught; exit 3' INT; echo ready; while :; do sleep 1000 & wait; done");
        await probe.WaitForTextAsync("ready");

        probe.Type("\u0003");
        var exit = await probe.WaitForExitAsync();

        Assert.Equal(PtyExit.Code(3), exit);
        Assert.Equal("ready\r\n^Ccaught\r\n", probe.Text);
    }

    [Fact]
    public async Task The_end_of_file_key_ends_a_reader()
    {
        await using var probe = await RunAsync(PtyProbe.Program("/bin/cat"));

        probe.Type("last line\n\u0004");
        var exit = await probe.WaitForExitAsync();

        Assert.Equal(PtyExit.Code(0), exit);
        Assert.Equal("last line\r\nlast line\r\n", probe.Text);
    }

    private static Task WaitForPromptAsync(PtyProbe probe, int times) =>
        probe.WaitAsync($"prompt {times} did not come", () => probe.Text.Split("ok> ").Length > times);
}
