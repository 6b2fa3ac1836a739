using System.Collections.Concurrent;
using ActorTerm.Pty.Jobs;
using ActorTerm.Pty.Tests.Probe;

namespace ActorTerm.Pty.Tests;

public sealed class BackPressureTests : PtyHostTests
{
    [Fact]
    public async Task A_program_blocks_while_its_owner_does_not_arm_and_loses_nothing()
    {
        const int All = 20_000_000;
        await using var probe = await RunAsync(PtyProbe.Program("/usr/bin/head", "-c", $"{All}", "/dev/zero"));
        await probe.WaitForBytesAsync(1);
        probe.Hold();
        int readBefore = probe.Bytes.Length;

        // It reads a device that never blocks and writes to the terminal: if it sleeps, it waits for its reader.
        await Eventually.SeesAsync("the program did not block", () => Task.FromResult(ProcessStatus.Read(probe.Pid)), seen => seen is { State: 'S' });
        int readBlocked = probe.Bytes.Length;
        probe.Release();
        var exit = await probe.WaitForExitAsync();

        Assert.Equal(readBefore, readBlocked);
        Assert.InRange(readBlocked, 1, All - 1);
        Assert.Equal(PtyExit.Code(0), exit);
        Assert.Equal(All, probe.Bytes.Length);
    }

    [Fact]
    public async Task The_more_connections_are_ready_the_smaller_is_the_turn()
    {
        var events = Enumerable.Range(0, 20).Select(_ => new Recorder()).ToArray();
        var connections = new List<IPtyConnection>();
        foreach (var one in events) connections.Add(await Host.SpawnAsync(PtyProbe.Program("/usr/bin/yes"), one));
        int alone = connections[0].TurnBudget;

        connections[0].Arm(PtyInterest.Read);
        await events[0].NextAsync();
        int one1 = connections[0].TurnBudget;
        for (int i = 1; i < 4; i++) connections[i].Arm(PtyInterest.Read);
        for (int i = 1; i < 4; i++) await events[i].NextAsync();
        int four = connections[0].TurnBudget;
        for (int i = 4; i < 20; i++) connections[i].Arm(PtyInterest.Read);
        for (int i = 4; i < 20; i++) await events[i].NextAsync();
        int twenty = connections[0].TurnBudget;
        for (int i = 2; i < 20; i++) connections[i].Arm(PtyInterest.None);
        int two = connections[0].TurnBudget;
        foreach (var connection in connections) await connection.DisposeAsync();
        int none = connections[0].TurnBudget;

        Assert.Equal((65_536, 65_536, 16_384, 4_096, 32_768, 65_536), (alone, one1, four, twenty, two, none));
    }

    [Fact]
    public async Task Turns_are_as_long_as_the_settings_say()
    {
        await using var host = new LinuxPtyHost(new PtyHostOptions { MinimumTurn = 1_000, MaximumTurn = 3_000 });
        var events = Enumerable.Range(0, 4).Select(_ => new Recorder()).ToArray();
        var connections = new List<IPtyConnection>();
        foreach (var one in events) connections.Add(await host.SpawnAsync(PtyProbe.Program("/usr/bin/yes"), one));
        var budgets = new List<int> { connections[0].TurnBudget };

        for (int i = 0; i < 4; i++)
        {
            connections[i].Arm(PtyInterest.Read);
            await events[i].NextAsync();
            budgets.Add(connections[0].TurnBudget);
        }

        Assert.Equal([3_000, 3_000, 1_500, 1_000, 1_000], budgets);
    }

    [Fact]
    public async Task Nothing_is_told_before_arming_and_one_thing_for_each_arming()
    {
        var events = new Recorder();
        await using var folder = new Folder();
        await using var connection = await Host.SpawnAsync(PtyProbe.Script($"echo out; : >{folder.Path}/written; read line"), events);
        await Eventually.SeesAsync("nothing was written", () => Task.FromResult(File.Exists($"{folder.Path}/written")), written => written);
        int unasked = events.Count;

        connection.Arm(PtyInterest.Write);
        var write = await events.NextAsync();
        connection.Arm(PtyInterest.Read | PtyInterest.Write);
        var both = await events.NextAsync();
        var first = connection.Read(new byte[100]);
        var second = connection.Read(new byte[100]);

        Assert.Equal(0, unasked);
        Assert.Equal((PtyInterest.Write, 0), (write, events.Count));
        Assert.Equal(PtyInterest.Read | PtyInterest.Write, both);
        Assert.Equal((PtyReadResult.Data(5), PtyReadResult.WouldBlock), (first, second));
    }

    [Fact]
    public async Task A_hang_up_is_told_to_a_waiting_writer()
    {
        var events = new Recorder();
        await using var connection = await Host.SpawnAsync(PtyProbe.Script("stty raw -echo; printf ready; read line <&2; exit 0"), events);
        connection.Arm(PtyInterest.Read);
        await events.NextAsync();
        byte[] much = new byte[64 * 1024];
        while (connection.TryWrite(much) > 0)
        {
        }

        connection.Arm(PtyInterest.Write);
        connection.Signal(PtySignal.Kill, foregroundGroup: false);
        var what = await events.NextAsync();

        Assert.True(what.HasFlag(PtyInterest.Write), $"{what}");
    }

    /// <summary>An owner that does nothing but note what it is told.</summary>
    private sealed class Recorder : IPtyEvents
    {
        private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

        private readonly ConcurrentQueue<PtyInterest> _told = new();
        private readonly SemaphoreSlim _available = new(0);

        public int Count => _told.Count;

        public async Task<PtyInterest> NextAsync()
        {
            if (!await _available.WaitAsync(Deadline)) throw new TimeoutException($"nothing became ready within {Deadline.TotalSeconds} s");

            return _told.TryDequeue(out var what) ? what : throw new InvalidOperationException("somebody else took it");
        }

        public void Ready(PtyInterest what)
        {
            _told.Enqueue(what);
            _available.Release();
        }

        public void Exited(PtyExit exit)
        {
        }
    }
}
