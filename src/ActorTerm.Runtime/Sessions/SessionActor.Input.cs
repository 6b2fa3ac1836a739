using ActorTerm.Pty;
using ActorTerm.Runtime.Asking;
using ActorTerm.Terminal.Keys;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Sessions;

// Everything that goes to the program, in the order it came.
internal sealed partial class SessionActor
{
    private Queue<AskingProtocol.Asker>? _writers;      // each holds at least one byte of a bounded queue; null until one waits

    private void Enter(ReadOnlyMemory<byte> bytes)
    {
        if (_state != SessionState.Running) Asker.Tell(new Rejected(Rejection.Ended, "the session's program has ended"));
        else if (IsInputLocked) Asker.Tell(new Rejected(Rejection.Busy, LockedText));
        else if (!(_kept ?? _input).TryAdd(bytes))
            Asker.Tell(new Rejected(Rejection.Backpressure, $"backpressure: the program does not read; {_input.Length} bytes wait for it already"));
        else
        {
            var waits = _input.IsOverSoftBound;
            Flush();
            if (waits && _input.IsOverSoftBound) (_writers ??= new()).Enqueue(Asker);
            else Asker.Tell(Accepted.Instance);
        }
    }

    private string LockedText => $"busy: the coprocess {_coprocess!.Request.Command.Text} has locked the session's input";

    private void Press(PressKeys m)
    {
        var bytes = new List<byte>();
        foreach (var name in m.Names)
        {
            if (!KeyNames.TryParse(name, out var key, out var error))
            {
                Asker.Tell(new Rejected(Rejection.BadValue, error));
                return;
            }

            bytes.AddRange(KeyEncoder.Encode(key, _terminal.Modes.Keys));
        }

        Enter(bytes.ToArray());
    }

    /// <summary>The terminal's own answer to the program: dropped when the program does not read, as a full line discipline would.</summary>
    private void Reply(ReadOnlySpan<byte> bytes)
    {
        if (_state == SessionState.Running && _input.TryAdd(bytes.ToArray())) Flush();
    }

    /// <summary>Writes as much as the program takes now; the rest waits for its terminal to be writable.</summary>
    private void Flush()
    {
        WriteInput();
        LetCoprocessType();
    }

    private void WriteInput()
    {
        while (_pty is not null && !_input.IsEmpty)
        {
            var taken = _pty.TryWrite(_input.Peek().Span);
            if (taken == IPtyConnection.HungUp)
            {
                _input.Clear();
                break;
            }

            if (taken == 0)
            {
                if (!_inTurn) _pty.Arm(Interest);
                return;
            }

            _input.Taken(taken);
        }

        if (!_input.IsOverSoftBound) AnswerWriters();
    }

    private void AnswerWriters()
    {
        while (_writers?.TryDequeue(out var writer) is true) writer.Tell(Accepted.Instance);
    }

    /// <summary>What was held back goes on, in its order.</summary>
    private void Release(WriteQueue? held, WriteQueue into)
    {
        while (held is { IsEmpty: false })
        {
            var bytes = held.Peek();
            held.Taken(bytes.Length);
            if (!into.TryAdd(bytes)) Complain($"{bytes.Length} bytes that were held were dropped: {into.Length} bytes wait for the program already");
        }

        Flush();
    }

    private WriteQueue NewWriteQueue() => new(_settings.WriteQueueSoftBytes, _settings.WriteQueueHardBytes);

    private void SignalJob(Signal m)
    {
        if (_pty?.Signal(m.Number, foregroundGroup: true) ?? false) Asker.Tell(Accepted.Instance);
        else Asker.Tell(new Rejected(Rejection.Ended, "nobody is there to get the signal"));
    }
}
