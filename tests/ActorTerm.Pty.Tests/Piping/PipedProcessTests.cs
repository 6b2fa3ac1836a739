using System.Text;
using ActorTerm.Pty.Piping;
using ActorTerm.Pty.Tests.Probe;

namespace ActorTerm.Pty.Tests.Piping;

public sealed class PipedProcessTests : PtyHostTests
{
    [Fact]
    public async Task Every_byte_passes_unchanged_in_both_directions()
    {
        var bytes = new byte[3_000_000];
        new Random(1).NextBytes(bytes);
        await using var cat = await StartAsync("exec cat");

        await cat.WriteAsync(bytes);
        cat.Process.Close(PipeInterest.Input);
        await cat.EndsAsync();

        Assert.Equal(bytes, Encoding.Latin1.GetBytes(cat.Output));
        Assert.Equal(PtyExit.Code(0), cat.Exit);
    }

    [Fact]
    public async Task A_program_has_pipes_and_nothing_else_and_leads_a_session_without_a_terminal()
    {
        await using var program = await StartAsync("ls /proc/$$/fd | tr '\\n' ' '; tty; ps -o sid= -p $$ | tr -d ' '; echo complaint >&2; exit 3");

        await program.EndsAsync();

        Assert.Matches($"^0 1 2 (\\d+ )?not a tty\n{program.Process.Pid}\n$", program.Output);      // the directory ls reads is one more, in some shells
        Assert.Equal("complaint\n", program.Errors);
        Assert.Equal((PtyExit.Code(3), 1), (program.Exit, program.ExitsTold));
    }

    [Fact]
    public async Task A_program_has_every_signal_at_its_default_and_none_blocked()
    {
        await using var program = await StartAsync("exec grep -E 'Sig(Ign|Blk)' /proc/self/status");

        await program.EndsAsync();

        Assert.Equal("SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n", program.Output);
    }

    [Fact]
    public async Task A_program_that_reads_nothing_takes_what_its_pipe_holds()
    {
        await using var sleeper = await StartAsync("exec sleep 1000");

        var taken = 0;
        int one;
        while ((one = sleeper.Process.TryWrite(new byte[4096])) > 0) taken += one;

        Assert.Equal(0, one);
        Assert.InRange(taken, 4096, 64 * 1024);      // less where a user has many pipes (pipe(7), pipe-user-pages-soft)
    }

    [Fact]
    public async Task Writing_to_one_that_closed_its_input_is_no_accident()
    {
        await using var program = await StartAsync("exec <&-; echo closed; exec sleep 1000");
        await program.PrintsAsync("closed");

        await program.WriteAsync([1, 2, 3]);

        Assert.True(program.HungUp);
    }

    [Fact]
    public async Task A_closed_pipe_is_closed_for_the_program_and_reads_as_ended()
    {
        await using var program = await StartAsync("trap 'exit 9' PIPE; read go; while :; do echo more || exit 8; done");

        program.Process.Close(PipeInterest.Output);
        program.Process.Close(PipeInterest.Output);
        Assert.Equal(PtyReadKind.End, program.Process.ReadOutput(new byte[1]).Kind);
        program.Process.Arm(PipeInterest.Output);
        await program.WriteAsync("go\n"u8.ToArray());
        await program.ExpectAsync("it did not end", () => program.Exit is not null);

        Assert.Equal(PtyExit.Code(9), program.Exit);
    }

    [Fact]
    public async Task A_signal_reaches_the_whole_group_and_says_whether_anybody_is_there()
    {
        await using var program = await StartAsync("sleep 1000 & echo started; wait");
        await program.PrintsAsync("started");

        Assert.True(program.Process.Signal(0));
        Assert.True(program.Process.Signal(PtySignal.Terminate));
        await program.EndsAsync();      // the end of its output: the child that held it is gone too

        Assert.Equal(PtyExit.BySignal(PtySignal.Terminate), program.Exit);
    }

    [Fact]
    public async Task The_exit_is_told_though_a_child_holds_the_output_and_disposing_ends_that_as_well()
    {
        var program = await StartAsync("sleep 1000 & echo $!; exit 4");
        await program.ExpectAsync("no exit was told", () => program.Exit is not null);
        await program.PrintsAsync("\n");
        var child = int.Parse(program.Output, null);

        await program.DisposeAsync();

        Assert.Equal(PtyExit.Code(4), program.Exit);
        await Eventually.SeesAsync("the child was not killed", () => Task.FromResult(IsThere(child)), there => !there);
    }

    [Fact]
    public async Task A_refused_start_says_what_stood_in_the_way_and_leaves_no_descriptor()
    {
        var before = Descriptors.LeadTo("pipe");

        var refusal = await Assert.ThrowsAsync<PtySpawnException>(
            () => PipeProbe.StartAsync(Host, new PipeOptions { FileName = "/no/such/program", Environment = PtyProbe.Environment }));

        Assert.Equal(PtySpawnFailure.NoSuchFile, refusal.Failure);
        Assert.Equal(0, Host.Live);
        Assert.Equal(before, Descriptors.LeadTo("pipe"));
    }

    [Fact]
    public async Task A_host_that_is_disposed_of_kills_what_still_runs()
    {
        var host = new LinuxPtyHost();
        var program = await PipeProbe.StartAsync(host, PipeProbe.Script("trap '' TERM HUP PIPE; echo ready; while :; do sleep 1000; done"));
        await program.PrintsAsync("ready");

        await host.DisposeAsync();

        Assert.Equal(0, host.Live);
        Assert.Equal(PtyExit.BySignal(PtySignal.Kill), program.Exit);
    }

    private static bool IsThere(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[stat.LastIndexOf(')') + 2] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }

    private Task<PipeProbe> StartAsync(string script) => PipeProbe.StartAsync(Host, PipeProbe.Script(script));
}
