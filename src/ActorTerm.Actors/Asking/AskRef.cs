namespace ActorTerm.Actors;

/// <summary>
/// Where the answer to an Ask is told: the task and the reference in one. What comes first is its outcome; an answer that comes later is a
/// dead letter. The task itself is completed by <see cref="Execute"/>, where whoever awaits it may go on at once.
/// </summary>
internal sealed class AskRef<T>(LocalActorSystem system) : TaskCompletionSource<T>, IInternalActorRef, IAsk, IAnswer
{
    private ActorPath? _path;
    private AskDeadline? _deadline;
    private object? _outcome;                               // a message, a Failed or a Cancelled; written by the one who settles
    private int _settled;

    public ActorPath Path => _path ??= system.NewTempPath();

    public LocalActorSystem System => system;

    IAnswer? IAnswer.Next { get; set; }

    /// <param name="timeout">Null, infinite or not positive: none.</param>
    public static AskRef<T> Begin(LocalActorSystem system, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var answer = new AskRef<T>(system);
        if (timeout > TimeSpan.Zero) answer.TimeOutAfter(timeout.Value);
        if (cancellationToken.CanBeCanceled) answer.CancelBy(cancellationToken);
        return answer;
    }

    public void Tell(object message, IActorRef? sender)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (TrySettle(message)) _deadline?.Cancel();
        else system.PublishDeadLetter(message, sender, this);
    }

    public void Execute()
    {
        switch (_outcome)
        {
            case Failed failed:
                SetException(failed.Cause);
                break;
            case Cancelled cancelled:
                TrySetCanceled(cancelled.By);
                break;
            case T answer:
                SetResult(answer);
                break;
            case Status.Failure failure:
                SetException(failure.Cause ?? new InvalidOperationException("the answer is a failure without a cause"));
                break;
            default:
                SetException(new ArgumentException($"the answer is a {_outcome!.GetType()}, where a {typeof(T)} was asked for"));
                break;
        }
    }

    public void SendSystem(SystemMessage message)
    {
        if (message is Watch watch && Volatile.Read(ref _settled) != 0) watch.Watcher.SendSystem(new DeathNotice(this, existenceConfirmed: false));
    }

    public int CompareTo(object? obj) => RefOrder.Compare(this, obj);

    public int CompareTo(IActorRef? other) => RefOrder.Compare(this, other);

    public bool Equals(IActorRef? other) => ReferenceEquals(this, other);

    public override string ToString() => "[" + Path.ToStringWithUid() + "]";

    void IAsk.TimeOut(TimeSpan after) => TrySettle(new Failed(new AskTimeoutException($"no answer within {after.TotalSeconds:0.###} s")));

    /// <summary>False when it is settled already.</summary>
    private bool TrySettle(object outcome)
    {
        if (Interlocked.Exchange(ref _settled, 1) != 0) return false;

        _outcome = outcome;
        if (!RunFrame.TryFollow(this)) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return true;
    }

    private void TimeOutAfter(TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(timeout, TellScheduler.LongestDelay);
        _deadline = new AskDeadline(this, timeout);
        system.RealClock.Add(_deadline, timeout);
    }

    private void CancelBy(CancellationToken token)
    {
        var registration = token.UnsafeRegister(
            static (self, by) => ((AskRef<T>)self!).CancelNow(by), this);
        Task.ContinueWith(
            static (_, state) => ((CancellationTokenRegistration)state!).Unregister(), registration,
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void CancelNow(CancellationToken token)
    {
        if (TrySettle(new Cancelled(token))) _deadline?.Cancel();
    }

    private sealed record Failed(Exception Cause);

    private sealed record Cancelled(CancellationToken By);
}
