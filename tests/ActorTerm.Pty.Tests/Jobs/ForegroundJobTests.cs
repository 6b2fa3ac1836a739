using ActorTerm.Pty.Jobs;
using ActorTerm.Pty.Native;
using ActorTerm.Pty.Tests.Probe;

namespace ActorTerm.Pty.Tests.Jobs;

public sealed class ForegroundJobTests : PtyHostTests
{
    private static readonly PtyOptions Shell = PtyProbe.Program("/bin/bash", "--norc", "--noprofile", "-i") with
    {
        WorkingDirectory = "/usr",
        Environment = new Dictionary<string, string>(PtyProbe.Environment) { ["PS1"] = "ok> ", ["HISTFILE"] = "/dev/null", ["INPUTRC"] = "/dev/null" },
    };

    [Fact]
    public async Task At_the_prompt_it_is_the_shell()
    {
        await using var probe = await RunAsync(Shell with { Argv0 = "-bash" });

        var job = await JobAsync(probe, "bash", "-bash --norc --noprofile -i", deepest: "bash");

        Assert.Equal(probe.Pid, job.Pid);
        Assert.Equal("-bash", job.ProcessTitle);
        Assert.Equal("/usr", job.WorkingDirectory);
        Assert.Equal(["-bash"], job.Ancestors);
    }

    [Fact]
    public async Task Of_a_script_it_is_the_program_that_the_script_runs()
    {
        await using var probe = await RunAsync(Shell);

        probe.Type("cd /usr/bin; (exec -a SH sh -c 'sleep 1000; true')\n");
        var job = await JobAsync(probe, "sleep", "sleep 1000", deepest: "sleep");

        Assert.Equal("sleep", job.ProcessTitle);
        Assert.Equal("/usr/bin", job.WorkingDirectory);
        Assert.Equal(["sleep", "sh", "/bin/bash"], job.Ancestors);
    }

    [Fact]
    public async Task What_left_the_terminal_is_only_the_deepest_job()
    {
        await using var probe = await RunAsync(Shell);

        probe.Type("sh -c 'setsid --wait sleep 1000; true'\n");
        var job = await JobAsync(probe, "sh", "sh -c setsid --wait sleep 1000; true", deepest: "sleep");

        Assert.Equal(["sleep", "sh", "/bin/bash"], job.Ancestors);
        await LeaveAsync(probe);
    }

    [Fact]
    public async Task A_pipeline_whose_leader_has_ended_is_known_by_who_is_left()
    {
        await using var probe = await RunAsync(Shell);

        probe.Type("true | sleep 1000\n");
        var job = await JobAsync(probe, "sleep", "sleep 1000", deepest: "sleep");

        Assert.NotEqual(probe.Do(c => c.ForegroundProcessGroup()), job.Pid);
        Assert.Equal(["sleep", "/bin/bash"], job.Ancestors);
    }

    [Fact]
    public async Task A_title_that_the_program_gave_itself_is_shown()
    {
        await using var probe = await RunAsync(Shell);

        probe.Type("(exec -a 'My Title' sleep 1000)\n");
        var job = await JobAsync(probe, "sleep", "My Title 1000", deepest: "sleep");

        Assert.Equal("My Title", job.ProcessTitle);
        Assert.Equal(["my title", "/bin/bash"], job.Ancestors);
    }

    [Fact]
    public async Task After_the_end_there_is_none()
    {
        await using var probe = await RunAsync("exit 0");
        await probe.WaitForExitAsync();

        Assert.Null(await probe.Do(c => c.ForegroundJobAsync()));
    }

    /// <summary>
    /// A program that is just being started shows its parent's name for a moment, so all that changes with it is waited for.
    /// </summary>
    private static async Task<ForegroundJob> JobAsync(PtyProbe probe, string name, string commandLine, string deepest) =>
        (await Eventually.SeesAsync(
            $"{commandLine} ({name}, above {deepest}) did not come to the foreground",
            () => probe.Do(c => c.ForegroundJobAsync()).AsTask(),
            job => job is not null && (job.Name, job.CommandLine, job.DeepestJob) == (name, commandLine, deepest) && job.Ancestors[0] != "sh"))!;

    /// <summary>Ends a program that left the session, which the probe's disposal would not reach.</summary>
    private static async Task LeaveAsync(PtyProbe probe)
    {
        foreach (var process in ProcessTable.All().Where(process => process.Name == "sleep" && IsBelow(process, probe.Pid)))
        {
            Assert.Equal(0, Libc.Kill(process.Pid, PtySignal.Kill));
        }

        await probe.WaitForTextAsync("ok> ");
    }

    private static bool IsBelow(ProcessStatus? process, int root) =>
        process is { } one && (one.Pid == root || IsBelow(ProcessStatus.Read(one.Parent), root));
}
