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

    /// <summary>Runs a command at the prompt of this session's shell, which must mark its prompts (OSC 133).</summary>
    /// <param name="timeout">Then the result says so, and the command runs on. Default: none.</param>
    /// <param name="output">Called with finished lines while it runs, each ended by LF.</param>
    /// <exception cref="RequestFailedException">No prompt marks (<c>UNSUPPORTED</c>), or a command is running (<c>CONFLICT</c>).</exception>
    public Task<RunResult> RunAsync(IEnumerable<string> command, TimeSpan? timeout = null, Action<string>? output = null, CancellationToken cancel = default) =>
        Connection.App.RunAsync(new RunRequest { Session = Id, Argv = { command } }, timeout, output, cancel);

    /// <summary>Waits for text, for silence or for the end of the program.</summary>
    /// <exception cref="RequestFailedException">The regular expression is wrong, or nothing was asked for (<c>BAD_REQUEST</c>).</exception>
    public async Task<WaitResult> WaitAsync(WaitOptions wait, CancellationToken cancel = default) =>
        WaitResult.Of((await Connection.RequestAsync(new HostRequest { Wait = wait.ToRequest(Id) }, cancel)).Wait);
}
