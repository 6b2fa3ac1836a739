namespace ActorTerm.Pty.Tests.Probe;

/// <summary>Tests that need a host of their own, with limits of their own.</summary>
public abstract class PtyHostTests(PtyHostOptions? options = null) : IAsyncLifetime
{
    protected LinuxPtyHost Host { get; } = new(options);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Host.DisposeAsync();

    protected Task<PtyProbe> RunAsync(string script) => PtyProbe.StartAsync(Host, PtyProbe.Script(script));

    protected Task<PtyProbe> RunAsync(PtyOptions options) => PtyProbe.StartAsync(Host, options);
}
