using ActorTerm.Pty;

namespace ActorTerm.Benchmarks.Pty;

/// <summary>Runs a program and reads it as a session does: signalled by the reactor, in turns, into its worker thread's buffer.</summary>
internal sealed class SessionReader : ReceiveActor
{
    private const int BufferBytes = 64 * 1024;

    [ThreadStatic]
    private static byte[]? _buffer;

    private readonly ISessionOutput _output;
    private IPtyConnection? _connection;
    private bool _ended;
    private bool _hangUp;

    public SessionReader(IPtyHost host, PtyOptions options, ISessionOutput output)
    {
        _output = output;
        Receive<Started>(m =>
        {
            _connection = m.Connection;
            if (_hangUp) _connection.DisposeAsync();
            else _connection.Arm(PtyInterest.Read);
        });
        Receive<Refused>(m =>
        {
            _output.Refused(m.Why);
            Context.Stop(Self);
        });
        Receive<Ready>(_ => TakeTurn());
        Receive<Typed>(m => _connection?.TryWrite(m.Bytes));
        Receive<HangUp>(_ =>
        {
            _hangUp = true;
            _connection?.DisposeAsync();
        });
        Receive<Exited>(m => Close(m.Exit));
        Receive<Closed>(m =>
        {
            _output.Closed(m.Exit);
            Context.Stop(Self);
        });
        host.SpawnAsync(options, new Events(Self)).AsTask()
            .PipeTo(Self, success: connection => new Started(connection), failure: why => new Refused(why));
    }

    private void TakeTurn()
    {
        if (_connection is null) return;

        var buffer = _buffer ??= new byte[BufferBytes];
        for (var budget = _connection.TurnBudget; budget > 0;)
        {
            var read = _connection.Read(buffer);
            if (read.Kind == PtyReadKind.End) End();
            if (read.Kind != PtyReadKind.Data) break;

            _output.Take(buffer.AsSpan(0, read.Count));
            budget -= read.Count;
        }

        _connection.Arm(PtyInterest.Read);
    }

    private void End()
    {
        if (!_ended) _output.End();
        _ended = true;
    }

    private void Close(PtyExit exit)
    {
        End();
        _connection?.DisposeAsync().AsTask().PipeTo(Self, success: () => new Closed(exit));
    }

    /// <summary>Types a key.</summary>
    public sealed record Typed(byte[] Bytes);

    /// <summary>Lets go of the terminal, which ends a program that does not mind.</summary>
    public sealed class HangUp
    {
        public static HangUp Instance { get; } = new();
    }

    private sealed record Started(IPtyConnection Connection);

    private sealed record Refused(Exception Why);

    private sealed record Exited(PtyExit Exit);

    private sealed record Closed(PtyExit Exit);

    private sealed class Ready
    {
        public static Ready Instance { get; } = new();
    }

    private sealed class Events(IActorRef reader) : IPtyEvents
    {
        void IPtyEvents.Ready(PtyInterest what) => reader.Tell(Ready.Instance, ActorRefs.NoSender);

        void IPtyEvents.Exited(PtyExit exit) => reader.Tell(new Exited(exit), ActorRefs.NoSender);
    }
}
