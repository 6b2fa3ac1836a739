using ActorTerm.Pty.Native;
using ActorTerm.Pty.Spawning;
using ActorTerm.Pty.Tests.Probe;

namespace ActorTerm.Pty.Tests.Spawning;

[Collection(Alone.Name)]
public sealed class ChildSignalDispositionTests
{
    private const int ChildSignal = 17;
    private const int ActionSize = 152;
    private const byte Ignore = 1;

    [Fact]
    public async Task A_process_that_ignores_its_children_learns_their_exits_all_the_same()
    {
        byte[] before = Exchange([Ignore, .. new byte[ActionSize - 1]]);
        try
        {
            await using var host = new LinuxPtyHost();
            await using var probe = await PtyProbe.StartAsync(host, PtyProbe.Script("exit 9"));

            Assert.True(host.RepairedChildSignal);
            Assert.Equal(PtyExit.Code(9), await probe.WaitForExitAsync());
            Assert.False(ChildSignalDisposition.Ensure());
        }
        finally
        {
            Exchange(before);
        }
    }

    [Fact]
    public async Task Without_that_repair_the_status_would_be_lost_and_is_said_to_be_unknown()
    {
        await using var host = new LinuxPtyHost();
        byte[] before = Exchange([Ignore, .. new byte[ActionSize - 1]]);
        try
        {
            await using var probe = await PtyProbe.StartAsync(host, PtyProbe.Script("read line; exit 9"));

            probe.Type("\n");

            Assert.Equal(PtyExit.Unknown, await probe.WaitForExitAsync());
        }
        finally
        {
            Exchange(before);
        }
    }

    private static unsafe byte[] Exchange(byte[] action)
    {
        byte[] before = new byte[ActionSize];
        fixed (byte* change = action)
        fixed (byte* previous = before) Assert.Equal(0, Libc.SignalAction(ChildSignal, change, previous));
        return before;
    }
}
