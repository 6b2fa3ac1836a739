using ActorTerm.Protocol.Host;

namespace ActorTerm.Client;

public sealed partial class Session
{
    /// <summary>Starts a process that reads what the session's program prints and whose output is typed into it. A session has at most one.</summary>
    /// <param name="command">One text is a line for <c>/bin/sh -c</c>; several are a program and its arguments, run without a shell.</param>
    /// <exception cref="RequestFailedException">
    /// Nothing was started: one runs already, or the session's program has ended (<c>CONFLICT</c>); the command is blank (<c>BAD_REQUEST</c>); there is no
    /// such program (<c>FAILED</c>).
    /// </exception>
    public async Task<Coprocess> StartCoprocessAsync(IReadOnlyList<string> command, CoprocessOptions? options = null, CancellationToken cancel = default)
    {
        var request = (options ?? new CoprocessOptions()).ToRequest(Id, command, Connection.Options.Source == "cli" ? "cli" : "api");
        return Coprocess.Of((await Connection.RequestAsync(new HostRequest { StartCoprocess = request }, cancel)).StartCoprocess.Coprocess);
    }

    /// <summary>Ends the coprocess: SIGTERM to its process group, after a grace period SIGKILL.</summary>
    /// <returns>False when there was none.</returns>
    public async Task<bool> StopCoprocessAsync(CancellationToken cancel = default) =>
        (await Connection.RequestAsync(new HostRequest { StopCoprocess = new() { Session = Id } }, cancel)).StopCoprocess.Stopped;

    /// <summary>Null when none runs.</summary>
    public async Task<Coprocess?> GetCoprocessAsync(CancellationToken cancel = default) =>
        (await Connection.RequestAsync(new HostRequest { GetCoprocess = new() { Session = Id } }, cancel)).GetCoprocess.Coprocess is { } running
            ? Coprocess.Of(running)
            : null;
}
