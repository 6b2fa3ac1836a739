using ActorTerm.Pty;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

// Everything that comes from the program: read, parse, read, parse, until nothing is left or the turn's budget is spent.
internal sealed partial class SessionActor
{
    private const int ReadBufferBytes = 64 * 1024;

    [ThreadStatic]
    private static byte[]? _readBuffer;       // one per worker thread; never held across a turn

    private bool _inTurn;
    private bool _outputEnded;

    private void TakeTurn(PtyInterest what)
    {
        if (_pty is null) return;

        _inTurn = true;
        if (what.HasFlag(PtyInterest.Read)) ReadOutput(_pty);
        Flush();
        _inTurn = false;
        if (_pty is null) return;

        var interest = _outputEnded ? PtyInterest.None : PtyInterest.Read;
        if (!_input.IsEmpty && !_outputEnded) interest |= PtyInterest.Write;
        _pty.Arm(interest);
    }

    private void ReadOutput(IPtyConnection pty)
    {
        var buffer = _readBuffer ??= new byte[ReadBufferBytes];
        var budget = pty.TurnBudget;
        var seen = false;
        while (budget > 0)
        {
            var read = pty.Read(buffer.AsSpan(0, Math.Min(buffer.Length, budget)));
            if (read.Kind == PtyReadKind.End) _outputEnded = true;
            if (read.Kind != PtyReadKind.Data) break;

            Parse(buffer.AsSpan(0, read.Count));
            budget -= read.Count;
            seen = true;
        }

        if (seen) OutputSeen();
    }

    private void Parse(ReadOnlySpan<byte> chunk)
    {
        while (!chunk.IsEmpty) chunk = chunk[_terminal.Feed(chunk)..];
    }

    private void OutputSeen()
    {
        ScreenTouched();
        CheckWaiters();
        LookAtJobSoon();
    }

    private void InjectOutput(Inject m)
    {
        _terminal.Inject(m.Bytes.Span);
        ScreenTouched();
        CheckWaiters();
        Asker.Tell(Accepted.Instance);
    }
}
