using ActorTerm.Protocol.Host;

namespace ActorTerm.Client;

public sealed partial class Session
{
    public async Task<SessionInfo> GetInfoAsync(CancellationToken cancel = default)
    {
        var response = await Connection.RequestAsync(new HostRequest { ListSessionInfo = new() { Session = Id } }, cancel);
        return SessionInfo.Of(response.ListSessionInfo.Sessions.Single());
    }

    /// <summary>Sends a signal to its foreground job. To end the session: <see cref="CloseAsync"/>.</summary>
    /// <param name="signal"><c>SIGINT</c>, <c>INT</c> or <c>2</c>.</param>
    public Task SignalAsync(string signal, CancellationToken cancel = default) =>
        Connection.RequestAsync(new HostRequest { Kill = new() { Session = Id, Signal = signal } }, cancel);

    /// <param name="name">Plain text. Null: the host's own name for it again.</param>
    public Task RenameAsync(string? name, CancellationToken cancel = default)
    {
        var request = new RenameRequest { Session = Id };
        if (name is not null) request.Name = name;
        return Connection.RequestAsync(new HostRequest { Rename = request }, cancel);
    }

    /// <summary>Text of its screen and history.</summary>
    public async Task<Capture> CaptureAsync(CaptureOptions? options = null, CancellationToken cancel = default)
    {
        var request = (options ?? new CaptureOptions()).ToRequest(Id);
        return Capture.Of((await Connection.RequestAsync(new HostRequest { Capture = request }, cancel)).Capture);
    }

    /// <summary>Presses keys, encoded as the session's modes ask.</summary>
    /// <param name="keys">By tmux's names: <c>C-c</c>, <c>Up</c>, <c>Enter</c>, <c>M-x</c>, <c>F5</c>, or one character.</param>
    /// <exception cref="RequestFailedException">One of them means nothing (<c>BAD_REQUEST</c>); none was pressed.</exception>
    public Task SendKeysAsync(params IEnumerable<string> keys) =>
        Connection.RequestAsync(new HostRequest { SendKeys = new() { Session = Id, Keys = { keys } } });

    /// <summary>
    /// Runs a command at the prompt of this session's shell, as if it had been typed there, and gives its output and exit code. A shell that
    /// marks its commands (OSC 133) is watched by its own marks; any other is made to print such marks around the command.
    /// </summary>
    /// <param name="command">One text is a line for the shell; several are a program and its arguments, quoted as needed.</param>
    /// <param name="timeout">Then the result says so, and the command runs on. Default: none.</param>
    /// <param name="cancel">Stops waiting; the command runs on.</param>
    /// <exception cref="ArgumentException">There is no command, or it holds a control character.</exception>
    /// <exception cref="RunFailedException">
    /// Nothing was typed, because no shell waits for a command there; or the session's program ended while the command ran.
    /// </exception>
    public Task<RunResult> RunAsync(IReadOnlyList<string> command, TimeSpan? timeout = null, CancellationToken cancel = default) =>
        RunInShell.RunAsync(this, command, timeout, cancel);

    /// <summary>Waits for text, for silence or for the end of the program.</summary>
    /// <exception cref="RequestFailedException">The regular expression is wrong, or nothing was asked for (<c>BAD_REQUEST</c>).</exception>
    public async Task<WaitResult> WaitAsync(WaitOptions wait, CancellationToken cancel = default) =>
        WaitResult.Of((await Connection.RequestAsync(new HostRequest { Wait = wait.ToRequest(Id) }, cancel)).Wait);
}
