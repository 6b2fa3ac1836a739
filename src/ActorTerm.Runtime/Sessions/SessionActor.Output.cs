using ActorTerm.Pty;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

// Everything that comes from the program: read, parse, read, parse, until nothing is left or the turn's budget is spent. Each chunk goes to the
// coprocess as it is, and through the parser to the screen and to the watcher of lines.
internal sealed partial class SessionActor
{
    private const int ReadBufferBytes = 64 * 1024;         // a longer turn is read in several pieces

    [ThreadStatic]
    private static byte[]? _readBuffer;       // one per worker thread; never held across a turn

    private bool _inTurn;
    private bool _outputEnded;
    private byte[]? _held;                    // read, but behind the byte at which a coprocess is being started

    private void TakeTurn(PtyInterest what)
    {
        if (_pty is null) return;

        _inTurn = true;
        if (what.HasFlag(PtyInterest.Read)) ReadOutput(_pty);
        Flush();
        _inTurn = false;
        _pty?.Arm(Interest);
    }

    /// <summary>Output is read unless it has ended, or the coprocess has no room for more of it, or is just being started.</summary>
    private bool MayRead => _early is null && !_outputEnded && _held is null && _coprocess is not { Room: <= 0 };

    private PtyInterest Interest =>
        (MayRead ? PtyInterest.Read : PtyInterest.None) | (!_input.IsEmpty && !_outputEnded ? PtyInterest.Write : PtyInterest.None);

    private void ReadAgain()
    {
        if (!_inTurn && _pty is not null) _pty.Arm(Interest);
    }

    /// <summary>
    /// What a turn reads goes to the coprocess as one piece. It lies whole in the buffer then; without a coprocess every read goes to the same few
    /// kilobytes, which stay in the processor's cache.
    /// </summary>
    private void ReadOutput(IPtyConnection pty)
    {
        var buffer = _readBuffer ??= new byte[ReadBufferBytes];
        var budget = pty.TurnBudget;
        var coprocess = _coprocess;
        var given = 0;
        var seen = false;
        ObserveOutput();
        while (budget > 0 && MayRead && coprocess?.Room != given)
        {
            if (given == buffer.Length)
            {
                coprocess!.Give(buffer);
                given = 0;
            }

            var space = Math.Min(buffer.Length - given, budget);
            if (coprocess is not null) space = (int)Math.Min(space, coprocess.Room - given);
            var read = pty.Read(buffer.AsSpan(given, space));
            if (read.Kind == PtyReadKind.End) _outputEnded = true;
            if (read.Kind != PtyReadKind.Data) break;

            Take(buffer.AsSpan(given, read.Count));
            budget -= read.Count;
            seen = true;
            if (coprocess is not null) given += read.Count;
        }

        coprocess?.Give(buffer.AsSpan(0, given));
        if (seen) OutputSeen();
    }

    /// <summary>
    /// Shows bytes, up to the one at which a coprocess is started; the rest waits for it. So every byte is either on the screen before the
    /// coprocess, or goes to the coprocess.
    /// </summary>
    private void Take(ReadOnlySpan<byte> chunk)
    {
        if (_coprocess is { Options: { Mute: true } options })
        {
            _terminal.FeedMuted(chunk, options.AnswerQueries);
            return;
        }

        while (!chunk.IsEmpty)
        {
            chunk = chunk[_terminal.Feed(chunk)..];
            _watcher?.Act();
            if (_coprocess is not { IsStarting: true }) continue;

            if (!chunk.IsEmpty) _held = chunk.ToArray();
            return;
        }
    }

    /// <summary>Takes what was held, with the coprocess that runs now, if one does; another may be started in the middle of it.</summary>
    private void TakeHeld()
    {
        if (_held is not { } held || _coprocess is { IsStarting: true }) return;

        _held = null;
        _coprocess?.Give(held);
        Take(held);
        OutputSeen();
    }

    private void ObserveOutput() => _terminal.ObserveLines = _watcher?.WatchesLines is true;

    private void OutputSeen()
    {
        if (_coprocess is not { Options.Mute: true })
        {
            _watcher?.OutputSeen();
            ScreenTouched();
        }

        CheckWaiters();
        LookAtJobSoon();
    }

    private void InjectOutput(Inject m)
    {
        ObserveOutput();
        _terminal.Inject(m.Bytes.Span);
        _watcher?.OutputSeen();
        ScreenTouched();
        CheckWaiters();
        Asker.Tell(Accepted.Instance);
    }
}
