using System.Runtime.InteropServices;

namespace ActorTerm.Cli;

/// <summary>
/// C-c and kill(1): the verb is told to end, and the exit code says by which signal, as a shell says it of a program that a signal ended. Told a
/// second time, the process ends at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>What a verb may take to tidy up: to close a session that it made, say. Then the process ends all the same.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _told = new();
    private readonly TaskCompletionSource _graceIsOver = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _signals;
    private Timer? _grace;
    private int _exitCode;

    public Interruption() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Begin(signal, ExitCodes.Interrupted)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Begin(signal, ExitCodes.Terminated)),
    ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _told.Token;

    /// <returns>The verb's exit code, or that of the signal that ended it.</returns>
    public async Task<int> Await(Task<int> verb)
    {
        await Task.WhenAny(verb, _graceIsOver.Task);
        return Volatile.Read(ref _exitCode) is var code and not ExitCodes.Ok ? code : await verb;
    }

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _grace?.Dispose();
        _told.Dispose();
    }

    private void Begin(PosixSignalContext signal, int exitCode)
    {
        if (Interlocked.CompareExchange(ref _exitCode, exitCode, ExitCodes.Ok) != ExitCodes.Ok) return;

        signal.Cancel = true;                      // what the signal does by itself
        _grace = new Timer(_ => _graceIsOver.TrySetResult(), null, Grace, Timeout.InfiniteTimeSpan);
        try
        {
            _told.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The verb ended meanwhile.
        }
    }
}
