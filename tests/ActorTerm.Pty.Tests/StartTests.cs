using ActorTerm.Pty.Tests.Probe;

namespace ActorTerm.Pty.Tests;

public sealed class StartTests : IAsyncLifetime
{
    private readonly LinuxPtyHost _host = new();

    [Fact]
    public async Task A_program_runs_on_a_terminal_of_its_own()
    {
        await using var probe = await PtyProbe.StartAsync(_host, PtyProbe.Script("tty; echo pid $$"));

        var exit = await probe.WaitForExitAsync();

        Assert.Equal(PtyExit.Code(0), exit);
        Assert.Equal($"{probe.TtyName}\r\npid {probe.Pid}\r\n", probe.Text);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
