using ActorTerm.Pty.Tests.Probe;

namespace ActorTerm.Pty.Tests;

public sealed class StressTests : PtyHostTests
{
    private static readonly string[] Scripts =
    [
        "exit 0",
        "seq 1 2000",
        "exec cat",
        "exec yes",
        "trap '' HUP; sleep 1000 & exit 1",
        "trap '' HUP; yes & exit 2",
        "exec <&- >&- 2>&-; exec sleep 1000",
        "kill -KILL $$",
        "stty raw -echo; exec sleep 1000",
    ];

    public StressTests()
        : base(new PtyHostOptions { DrainTime = TimeSpan.FromMilliseconds(2), UnreadTime = TimeSpan.FromMilliseconds(20), DrainBytes = 10_000, EventBatch = 3 })
    {
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_is_done_in_whatever_order_every_exit_is_told_exactly_once(int seed)
    {
        var lives = Enumerable.Range(0, 60).Select(number => LiveAsync(new Random(seed * 1000 + number))).ToArray();

        var probes = await Task.WhenAll(lives);
        await Host.DisposeAsync();

        Assert.Equal(0, Host.Live);
        Assert.All(probes, probe => Assert.Equal(1, probe.ExitsTold));
    }

    private async Task<PtyProbe> LiveAsync(Random random)
    {
        var probe = await PtyProbe.StartAsync(Host, PtyProbe.Script(Scripts[random.Next(Scripts.Length)]), reading: random.Next(3) > 0);
        for (int steps = random.Next(12); steps > 0; steps--) await StepAsync(probe, random);
        await probe.Do(c => c.SignalSessionAsync(PtySignal.Kill));
        if (random.Next(2) == 0) await probe.Do(c => c.DisposeAsync());
        await probe.WaitForExitAsync();
        await probe.Do(c => c.DisposeAsync());
        return probe;
    }

    private static async Task StepAsync(PtyProbe probe, Random random)
    {
        switch (random.Next(9))
        {
            case 0: probe.Hold(); break;
            case 1: probe.Release(); break;
            case 2: probe.Type(new byte[random.Next(1, 20_000)]); break;
            case 3: probe.Do(c => c.Resize(random.Next(1, 200), random.Next(1, 100))); break;
            case 4: probe.Do(c => c.Signal(PtySignal.Hangup, random.Next(2) == 0)); break;
            case 5: probe.Do(c => c.Arm((PtyInterest)random.Next(4))); break;
            case 6: await probe.Do(c => c.ForegroundJobAsync()); break;
            case 7: probe.Do(c => c.Read(new byte[random.Next(1, 5_000)])); break;
            default: if (random.Next(5) == 0) await probe.Do(c => c.DisposeAsync()); break;
        }
    }
}
