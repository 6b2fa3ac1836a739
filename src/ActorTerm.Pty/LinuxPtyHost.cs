using ActorTerm.Pty.Jobs;
using ActorTerm.Pty.Native;
using ActorTerm.Pty.Piping;
using ActorTerm.Pty.Reactor;
using ActorTerm.Pty.Spawning;

namespace ActorTerm.Pty;

/// <summary>
/// Pseudo-terminals of Linux: two threads for any number of sessions, and two descriptors for each session. Every child is reaped by its
/// own descriptor, so nothing else in the process may reap children it did not start.
/// </summary>
public sealed class LinuxPtyHost : IPtyHost
{
    private readonly PtyHostOptions _options;
    private readonly HelperThread _helper;
    private readonly EpollReactor _reactor;
    private readonly TurnShare _turns;
    private readonly Lock _gate = new();
    private readonly HashSet<ILiveChild> _live = [];
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<ILiveChild> _forget;      // one for all connections
    private Task? _disposal;

    /// <summary>Raises this process's RLIMIT_NOFILE to the hard limit and makes children waitable if SIGCHLD was ignored.</summary>
    public LinuxPtyHost(PtyHostOptions? options = null)
    {
        _options = options ?? new PtyHostOptions();
        RequireSensible(_options);
        RepairedChildSignal = ChildSignalDisposition.Ensure();
        DescriptorLimit.RaiseOwn();
        _forget = Forget;
        _turns = new TurnShare(_options.MinimumTurn, _options.MaximumTurn);
        _helper = new HelperThread();
        _reactor = new EpollReactor(_options);
    }

    /// <summary>
    /// True when this process was started with SIGCHLD ignored, which would have lost every exit status. Worth a line in the log.
    /// </summary>
    public bool RepairedChildSignal { get; }

    /// <summary>Connections and piped processes that still have a descriptor or a process.</summary>
    public int Live
    {
        get
        {
            lock (_gate) return _live.Count;
        }
    }

    /// <inheritdoc />
    public ValueTask<IPtyConnection> SpawnAsync(PtyOptions options, IPtyEvents events)
    {
        RequireSize(options.Columns, nameof(options.Columns));
        RequireSize(options.Rows, nameof(options.Rows));
        ObjectDisposedException.ThrowIf(_disposal is not null, this);
        return new ValueTask<IPtyConnection>(_helper.Run<IPtyConnection>(() => Spawn(options, events)));
    }

    /// <inheritdoc />
    public ValueTask<IPipedProcess> SpawnPipedAsync(PipeOptions options, IPipeEvents events)
    {
        ObjectDisposedException.ThrowIf(_disposal is not null, this);
        return new ValueTask<IPipedProcess>(_helper.Run<IPipedProcess>(() => SpawnPiped(options, events)));
    }

    /// <summary>
    /// Kills every program that still runs (a host that wants to be polite closed its sessions before), hangs up every terminal, and waits
    /// for both within <see cref="PtyHostOptions.ShutdownTime"/>.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        lock (_gate) return new ValueTask(_disposal ??= DisposeOnceAsync());
    }

    internal static void RequireSize(int cells, string what)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cells, 1, what);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cells, ushort.MaxValue, what);
    }

    private LinuxPtyConnection Spawn(PtyOptions options, IPtyEvents events)
    {
        ObjectDisposedException.ThrowIf(_disposal is not null, this);   // it came behind the disposal's last look
        var terminal = PseudoTerminal.Open(options.Columns, options.Rows);
        try
        {
            int pid = Spawner.StartOnTerminal(options, terminal.Path);
            DescriptorLimit.Give(pid, options.DescriptorLimit ?? _options.ChildDescriptorLimit);
            return Keep(new LinuxPtyConnection(terminal, ChildProcess.Open(pid), events, _options, _reactor, _helper, _turns, _forget));
        }
        catch
        {
            _ = Libc.Close(terminal.Master);
            throw;
        }
    }

    private LinuxPipedProcess SpawnPiped(PipeOptions options, IPipeEvents events)
    {
        ObjectDisposedException.ThrowIf(_disposal is not null, this);
        Span<Pipe> pipes = stackalloc Pipe[3];
        int open = 0;
        try
        {
            while (open < pipes.Length)
            {
                pipes[open] = Pipe.Open(toChild: open == 0);
                open++;
            }

            int pid = Spawner.StartOnPipes(options, pipes[0].ChildEnd, pipes[1].ChildEnd, pipes[2].ChildEnd);
            DescriptorLimit.Give(pid, options.DescriptorLimit ?? _options.ChildDescriptorLimit);
            var process = Keep(new LinuxPipedProcess(pipes, ChildProcess.Open(pid), events, _reactor, _helper, _forget));
            foreach (var pipe in pipes) pipe.CloseChildEnd();
            return process;
        }
        catch
        {
            foreach (var pipe in pipes[..open])
            {
                pipe.CloseHostEnd();
                pipe.CloseChildEnd();
            }

            throw;
        }
    }

    /// <summary>Takes charge of a child that has just been started.</summary>
    /// <exception cref="PtySpawnException">There was no room to watch it; the child was killed and reaped. Its descriptors are the caller's to close.</exception>
    private T Keep<T>(T started) where T : ILiveChild
    {
        lock (_gate) _live.Add(started);      // before its child can end
        int error = started.Watch();
        if (error == 0) return started;

        started.Child.Abandon();
        started.Leave();
        throw SpawnRefusal.OutOf("place in the event set", error);
    }

    private void Forget(ILiveChild connection)
    {
        lock (_gate)
        {
            if (_live.Remove(connection) && _live.Count == 0 && _disposal is not null) _empty.TrySetResult();
        }
    }

    private async Task DisposeOnceAsync()
    {
        // Off the caller's lock; and behind every start that was asked for before.
        var left = await _helper.Run(Survivors).ConfigureAwait(false);
        await _helper.Run(() => SessionProcesses.Signal([.. left.Select(connection => connection.Child)], PtySignal.Kill)).ConfigureAwait(false);
        foreach (var connection in left) await connection.DisposeAsync().ConfigureAwait(false);

        try
        {
            await _empty.Task.WaitAsync(_options.ShutdownTime).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Stuck in the kernel (uninterruptible): it is init's to reap when this process is gone.
        }

        _reactor.Dispose();
        _helper.Dispose();
    }

    private ILiveChild[] Survivors()
    {
        lock (_gate)
        {
            if (_live.Count == 0) _empty.TrySetResult();
            return [.. _live];
        }
    }

    private static void RequireSensible(PtyHostOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.EventBatch, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MinimumTurn, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaximumTurn, options.MinimumTurn);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.DrainTime, TimeSpan.FromMilliseconds(1));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.DrainBytes, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.UnreadTime, options.DrainTime);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ChildDescriptorLimit, 3);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ShutdownTime, TimeSpan.Zero);
    }
}
