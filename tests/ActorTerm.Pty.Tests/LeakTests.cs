using ActorTerm.Pty.Jobs;
using ActorTerm.Pty.Tests.Probe;

namespace ActorTerm.Pty.Tests;

[Collection(Alone.Name)]
public sealed class LeakTests
{
    private const int AtOnce = 100;

    [Fact]
    public async Task Two_thousand_sessions_made_and_ended_leave_nothing_behind()
    {
        await using var host = new LinuxPtyHost();
        await MakeAndEndAsync(host);
        var before = await Belongings.OfAsync(hosts: 1);

        for (int made = 0; made < 2_000; made += AtOnce) await MakeAndEndAsync(host);

        Assert.Equal(0, host.Live);
        Assert.Equal(before, await Belongings.OfAsync(hosts: 1));
    }

    [Fact]
    public async Task Sessions_ended_in_every_way_leave_nothing_behind()
    {
        await using var host = new LinuxPtyHost(new PtyHostOptions { DrainTime = TimeSpan.FromMilliseconds(1) });
        await EndInEveryWayAsync(host);
        var before = await Belongings.OfAsync(hosts: 1);

        for (int round = 0; round < 20; round++) await EndInEveryWayAsync(host);

        Assert.Equal(0, host.Live);
        Assert.Equal(before, await Belongings.OfAsync(hosts: 1));
    }

    [Fact]
    public async Task Refused_starts_leave_nothing_behind()
    {
        await using var host = new LinuxPtyHost();
        await RefuseAsync(host);
        var before = await Belongings.OfAsync(hosts: 1);

        for (int times = 0; times < 200; times++) await RefuseAsync(host);

        Assert.Equal(0, host.Live);
        Assert.Equal(before, await Belongings.OfAsync(hosts: 1));
    }

    [Fact]
    public async Task Hosts_made_and_disposed_of_leave_nothing_behind()
    {
        await using (var first = new LinuxPtyHost()) await MakeAndEndAsync(first);
        var before = await Belongings.OfAsync(hosts: 0);

        for (int times = 0; times < 20; times++)
        {
            await using var host = new LinuxPtyHost();
            await PtyProbe.StartAsync(host, PtyProbe.Program("/bin/cat"));
        }

        Assert.Equal(before, await Belongings.OfAsync(hosts: 0));
    }

    private static async Task MakeAndEndAsync(LinuxPtyHost host)
    {
        var probes = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => PtyProbe.StartAsync(host, PtyProbe.Program("/bin/true"))));
        foreach (var probe in probes)
        {
            Assert.Equal(PtyExit.Code(0), await probe.WaitForExitAsync());
            await probe.Do(c => c.DisposeAsync());
        }

        await NoneLiveAsync(host);
    }

    private static async Task EndInEveryWayAsync(LinuxPtyHost host)
    {
        await using (var hungUp = await PtyProbe.StartAsync(host, PtyProbe.Program("/bin/cat"))) await hungUp.Do(c => c.DisposeAsync());
        await using (var killed = await PtyProbe.StartAsync(host, PtyProbe.Program("/usr/bin/yes"))) await killed.WaitForBytesAsync(10_000);
        await using (var heldOpen = await PtyProbe.StartAsync(host, PtyProbe.Script("trap '' HUP; sleep 1000 & exit 0"))) await heldOpen.WaitForExitAsync();
        await using (var letGo = await PtyProbe.StartAsync(host, PtyProbe.Script("exec <&- >&- 2>&-; sleep 1000")))
        {
            await letGo.WaitAsync("the terminal was not held open", () => Descriptors.LeadTo(letGo.TtyName) == 1);
        }

        await NoneLiveAsync(host);
    }

    private static Task NoneLiveAsync(LinuxPtyHost host) =>
        Eventually.SeesAsync("connections did not go away", () => Task.FromResult(host.Live), live => live == 0);

    private static async Task RefuseAsync(LinuxPtyHost host)
    {
        await Assert.ThrowsAsync<PtySpawnException>(() => PtyProbe.StartAsync(host, PtyProbe.Program("/no/such/program")));
        await Assert.ThrowsAsync<PtySpawnException>(() => PtyProbe.StartAsync(host, PtyProbe.Program("/bin/true") with { WorkingDirectory = "/no" }));
        await Assert.ThrowsAsync<ArgumentException>(() => PtyProbe.StartAsync(host, PtyProbe.Program("/bin/true", "\0")));
    }

    private sealed record Belongings(string Descriptors, int Threads, int Children)
    {
        /// <summary>Counts once the threads are down to those of the living hosts: a joined thread stays in /proc for a moment.</summary>
        public static Task<Belongings> OfAsync(int hosts) =>
            Eventually.SeesAsync("threads of hosts were left behind", () => Task.FromResult(Count()), seen => seen.Threads == 2 * hosts);

        private static Belongings Count() => new(
            Probe.Descriptors.Kinds,
            Directory.GetDirectories("/proc/self/task").Count(thread => NameOf(thread) is "pty-reactor" or "pty-helper"),
            ProcessTable.All().Count(process => process.Parent == Environment.ProcessId));   // dead ones too

        private static string NameOf(string thread)
        {
            try
            {
                return File.ReadAllText($"{thread}/comm").Trim();
            }
            catch (IOException)
            {
                return "";   // ended meanwhile
            }
        }
    }
}
