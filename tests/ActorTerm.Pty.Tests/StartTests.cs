using System.Text;
using ActorTerm.Pty.Tests.Probe;

namespace ActorTerm.Pty.Tests;

public sealed class StartTests : PtyHostTests
{
    [Fact]
    public async Task A_program_runs_on_a_terminal_of_its_own()
    {
        await using var probe = await RunAsync("tty; echo pid $$");

        var exit = await probe.WaitForExitAsync();

        Assert.Equal(PtyExit.Code(0), exit);
        Assert.Equal($"{probe.TtyName}\r\npid {probe.Pid}\r\n", probe.Text);
    }

    [Fact]
    public async Task The_terminal_is_the_controlling_one_and_the_program_leads_session_and_foreground()
    {
        // pid, group, session and the foreground group of the controlling terminal: fields 1, 5, 6 and 8 of proc_pid_stat(5).
        await using var probe = await RunAsync("echo by /dev/tty >/dev/tty; cut -d ' ' -f 1,5,6,8 /proc/$$/stat");

        await probe.WaitForExitAsync();

        Assert.Equal($"by /dev/tty\r\n{probe.Pid} {probe.Pid} {probe.Pid} {probe.Pid}\r\n", probe.Text);
    }

    [Fact]
    public async Task The_environment_is_the_given_one_and_nothing_else()
    {
        var environment = new Dictionary<string, string> { ["PATH"] = "/bin", ["EMPTY"] = "", ["GREETING"] = "grüß dich = hello" };
        await using var probe = await RunAsync(PtyProbe.Program("/usr/bin/env") with { Environment = environment });

        await probe.WaitForExitAsync();

        Assert.Equal(["EMPTY=", "GREETING=grüß dich = hello", "PATH=/bin"], probe.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Order());
    }

    [Fact]
    public async Task Arguments_arrive_as_they_are_and_argv0_can_be_another_name()
    {
        await using var probe = await RunAsync(PtyProbe.Program("/bin/cat", "/proc/self/cmdline", "/dev/null") with { Argv0 = "-kitten" });

        await probe.WaitForExitAsync();

        Assert.Equal("-kitten\0/proc/self/cmdline\0/dev/null\0", probe.Text);
    }

    [Fact]
    public async Task Without_another_name_argv0_is_the_file_name_as_given()
    {
        await using var probe = await RunAsync(PtyProbe.Program("cat", "/proc/self/cmdline"));

        await probe.WaitForExitAsync();

        Assert.Equal("cat\0/proc/self/cmdline\0", probe.Text);
    }

    [Fact]
    public async Task The_program_starts_in_the_working_directory()
    {
        await using var folder = new Folder();
        await using var probe = await RunAsync(PtyProbe.Script("/bin/pwd") with { WorkingDirectory = folder.Path });

        await probe.WaitForExitAsync();

        Assert.Equal($"{folder.Path}\r\n", probe.Text);
    }

    [Fact]
    public async Task A_path_with_a_slash_is_relative_to_the_working_directory()
    {
        await using var folder = new Folder();
        folder.AddProgram("here.sh", "#!/bin/sh\necho found\n");
        await using var probe = await RunAsync(PtyProbe.Program("./here.sh") with { WorkingDirectory = folder.Path });

        await probe.WaitForExitAsync();

        Assert.Equal("found\r\n", probe.Text);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("/nowhere:{0}:/bin")]
    [InlineData("")]                 // an empty entry is the working directory
    public async Task A_bare_name_is_looked_up_in_the_path_that_the_program_gets(string path)
    {
        await using var folder = new Folder();
        folder.AddProgram("only-here", "#!/bin/sh\necho found\n");
        var options = PtyProbe.Program("only-here") with
        {
            Environment = new Dictionary<string, string> { ["PATH"] = string.Format(null, path, folder.Path) },
            WorkingDirectory = folder.Path,
        };
        await using var probe = await RunAsync(options);

        await probe.WaitForExitAsync();

        Assert.Equal("found\r\n", probe.Text);
    }

    [Fact]
    public async Task The_program_inherits_no_descriptor_but_its_terminal()
    {
        using var inheritable = new System.IO.Pipes.AnonymousPipeServerStream(System.IO.Pipes.PipeDirection.Out, HandleInheritability.Inheritable);
        await using var probe = await RunAsync("readlink /proc/$$/fd/*");

        await probe.WaitForExitAsync();

        Assert.Equal(string.Concat(Enumerable.Repeat($"{probe.TtyName}\r\n", 3)), probe.Text);
    }

    [Fact]
    public async Task Signals_are_at_their_defaults_and_none_is_blocked()
    {
        // This process ignores SIGPIPE, as every .NET process does.
        await using var probe = await RunAsync(PtyProbe.Program("/bin/grep", "-E", "SigIgn|SigBlk", "/proc/self/status"));

        await probe.WaitForExitAsync();

        Assert.Equal("SigBlk:\t0000000000000000\r\nSigIgn:\t0000000000000000\r\n", probe.Text);
    }

    [Fact]
    public async Task Programs_get_the_usual_descriptor_limit_back()
    {
        // Typed, so that the limit stands when it is asked for.
        await using var probe = await RunAsync(PtyProbe.Program("/bin/sh"));
        await using var other = await RunAsync(PtyProbe.Program("/bin/sh") with { DescriptorLimit = 512 });

        probe.Type("ulimit -Sn; exit\n");
        other.Type("ulimit -Sn; exit\n");
        await probe.WaitForExitAsync();
        await other.WaitForExitAsync();

        Assert.Contains("1024\r\n", probe.Text);
        Assert.Contains("512\r\n", other.Text);
        Assert.Contains(File.ReadLines("/proc/self/limits"), line => IsRaised(line));
    }

    [Fact]
    public async Task Programs_get_the_descriptor_limit_of_the_settings()
    {
        await using var host = new LinuxPtyHost(new PtyHostOptions { ChildDescriptorLimit = 300 });
        await using var probe = await PtyProbe.StartAsync(host, PtyProbe.Program("/bin/sh"));
        await using var other = await PtyProbe.StartAsync(host, PtyProbe.Program("/bin/sh") with { DescriptorLimit = 200 });

        probe.Type("echo =$(ulimit -Sn)=; exit\n");
        other.Type("echo =$(ulimit -Sn)=; exit\n");
        await probe.WaitForExitAsync();
        await other.WaitForExitAsync();

        Assert.Contains("=300=", probe.Text);
        Assert.Contains("=200=", other.Text);
    }

    [Fact]
    public async Task Texts_are_passed_as_utf8()
    {
        await using var probe = await RunAsync(PtyProbe.Program("/bin/echo", "žluťoučký 馬 🐎"));

        await probe.WaitForExitAsync();

        Assert.Equal(Encoding.UTF8.GetBytes("žluťoučký 馬 🐎\r\n"), probe.Bytes);
    }

    private static bool IsRaised(string limit)
    {
        string[] words = limit.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return limit.StartsWith("Max open files", StringComparison.Ordinal) && words[3] == words[4];
    }
}
