using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using ActorTerm.Pty.Jobs;
using ActorTerm.Pty.Tests.Probe;

namespace ActorTerm.Pty.Tests;

/// <summary>The end of a host, when a killed program does not go: here a debugger outside its session holds it, so nobody else can reap it (ptrace(2)).</summary>
public sealed partial class ShutdownTests
{
    /// <summary>
    /// The program lets anybody trace it (prctl(2), PR_SET_PTRACER_ANY) and starts who does: PTRACE_SEIZE, in a session of its own. The numbers
    /// are those of ptrace and prctl on x86-64 and on arm64.
    /// </summary>
    private const string Held = """
        use POSIX ();
        my ($ptrace, $prctl) = (POSIX::uname())[4] eq "aarch64" ? (117, 167) : (101, 157);
        my $program = $$;
        syscall($prctl, 0x59616d61, -1, 0, 0, 0);
        if (!fork) {
            POSIX::setsid();
            my $result = syscall($ptrace, 0x4206, $program, 0, 0);
            syswrite(STDOUT, "seized by $$: $result\n");
        }
        sleep 1000 while 1;
        """;

    [Fact]
    public async Task A_program_that_does_not_go_within_the_shutdown_time_is_left_behind()
    {
        var host = new LinuxPtyHost(new PtyHostOptions { ShutdownTime = TimeSpan.FromMilliseconds(1) });
        var (program, debugger) = await HoldAsync(host);

        await host.DisposeAsync();

        Assert.Equal(1, host.Live);
        _ = kill(debugger, PtySignal.Kill);
        Assert.Equal(program, waitpid(program, 0, 0));          // nobody else reaps it any more
    }

    [Fact]
    public async Task One_that_goes_late_is_waited_for_within_it()
    {
        var host = new LinuxPtyHost(new PtyHostOptions { ShutdownTime = TimeSpan.FromHours(1) });
        var (program, debugger) = await HoldAsync(host);

        var disposal = host.DisposeAsync().AsTask();
        await Eventually.SeesAsync("the program was not killed", () => Task.FromResult(ProcessStatus.Read(program)), seen => seen is { IsDead: true });
        Assert.Equal((false, 1), (disposal.IsCompleted, host.Live));
        _ = kill(debugger, PtySignal.Kill);
        await disposal.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(0, host.Live);
    }

    /// <returns>The ids of the program, whose terminal is the host's, and of its debugger.</returns>
    private static async Task<(int Program, int Debugger)> HoldAsync(LinuxPtyHost host)
    {
        var probe = await PtyProbe.StartAsync(host, PtyProbe.Program("/usr/bin/perl", "-e", Held));       // the host ends it
        string text = await probe.WaitForTextAsync(": 0\r\n");
        return (probe.Pid, int.Parse(Seized().Match(text).Groups["debugger"].ValueSpan, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"seized by (?<debugger>\d+)")]
    private static partial Regex Seized();

    [DllImport("libc", ExactSpelling = true)]
    private static extern int kill(int process, int signal);

    [DllImport("libc", ExactSpelling = true)]
    private static extern int waitpid(int process, nint status, int options);
}
