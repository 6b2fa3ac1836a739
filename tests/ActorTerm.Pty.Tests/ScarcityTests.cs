using ActorTerm.Pty.Native;
using ActorTerm.Pty.Tests.Probe;

namespace ActorTerm.Pty.Tests;

[Collection(Alone.Name)]
public sealed class ScarcityTests
{
    private const int DescriptorResource = 7;

    [Fact]
    public async Task A_start_that_finds_no_descriptor_is_refused_wherever_it_ran_out_and_leaves_nothing_behind()
    {
        await using var host = new LinuxPtyHost();
        await using (var first = await PtyProbe.StartAsync(host, PtyProbe.Program("/bin/true"))) await first.WaitForExitAsync();
        string before = Descriptors.Kinds;

        var outcomes = new List<string>();
        for (int spare = 0; spare <= 2; spare++)
        {
            using var scarcity = new Scarcity(spare);
            outcomes.Add(await OutcomeAsync(host));
        }

        // First there is none for the terminal, then none for the child, which is killed again; two are enough.
        Assert.Equal(["OutOfResources EMFILE: no pseudo-terminal could be had (EMFILE)", "OutOfResources EMFILE: no process descriptor could be had (EMFILE)", "started"], outcomes);
        await Eventually.SeesAsync("connections did not go away", () => Task.FromResult(host.Live), live => live == 0);
        Assert.Equal(before, Descriptors.Kinds);
        Assert.DoesNotContain(ActorTerm.Pty.Jobs.ProcessTable.All(), process => process.Parent == Environment.ProcessId);
    }

    private static async Task<string> OutcomeAsync(LinuxPtyHost host)
    {
        try
        {
            await using var probe = await PtyProbe.StartAsync(host, PtyProbe.Program("/bin/true"));
            await probe.WaitForExitAsync();
            return "started";
        }
        catch (PtySpawnException refusal)
        {
            return $"{refusal.Failure} {refusal.ErrorName}: {refusal.Message}";
        }
    }

    /// <summary>
    /// Leaves this process only so many descriptors to open: gaps below the highest are filled, and the limit stands just above.
    /// </summary>
    private sealed unsafe class Scarcity : IDisposable
    {
        private readonly List<FileStream> _fillers = [];
        private readonly ResourceLimit _before;

        public Scarcity(int spare)
        {
            ResourceLimit limit;
            Assert.Equal(0, Libc.ProcessLimit(0, DescriptorResource, null, &limit));
            _before = limit;
            int highest = Directory.GetFiles("/proc/self/fd").Max(link => int.Parse(Path.GetFileName(link)));
            while (_fillers.Count == 0 || Number(_fillers[^1]) < highest) _fillers.Add(File.OpenRead("/dev/null"));
            limit.Soft = (ulong)(Number(_fillers[^1]) + 1 + spare);
            Assert.Equal(0, Libc.ProcessLimit(0, DescriptorResource, &limit, null));
        }

        public void Dispose()
        {
            var limit = _before;
            Assert.Equal(0, Libc.ProcessLimit(0, DescriptorResource, &limit, null));
            foreach (var filler in _fillers) filler.Dispose();
        }

        private static int Number(FileStream file) => (int)file.SafeFileHandle.DangerousGetHandle();
    }
}
