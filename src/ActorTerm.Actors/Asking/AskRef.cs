namespace ActorTerm.Actors;

/// <summary>Where the answer to an Ask is told: the task and the reference in one. What comes later is a dead letter.</summary>
internal sealed class AskRef<T>(LocalActorSystem system)
    : TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously), IInternalActorRef, IAsk
{
    private ActorPath? _path;
    private AskDeadline? _deadline;

    public ActorPath Path => _path ??= system.NewTempPath();

    public LocalActorSystem System => system;

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
        var taken = message switch
        {
            T answer => TrySetResult(answer),
            Status.Failure failure => TrySetException(failure.Cause ?? new InvalidOperationException("the answer is a failure without a cause")),
            _ => TrySetException(new ArgumentException($"the answer is a {message.GetType()}, where a {typeof(T)} was asked for")),
        };
        if (!taken) system.PublishDeadLetter(message, sender, this);
        _deadline?.Cancel();
    }

    public void SendSystem(SystemMessage message)
    {
        if (message is Watch watch && Task.IsCompleted) watch.Watcher.SendSystem(new DeathNotice(this, existenceConfirmed: false));
    }

    public int CompareTo(object? obj) => RefOrder.Compare(this, obj);

    public int CompareTo(IActorRef? other) => RefOrder.Compare(this, other);

    public bool Equals(IActorRef? other) => ReferenceEquals(this, other);

    public override string ToString() => "[" + Path.ToStringWithUid() + "]";

    void IAsk.TimeOut(TimeSpan after) => TrySetException(new AskTimeoutException($"no answer within {after.TotalSeconds:0.###} s"));

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
        TrySetCanceled(token);
        _deadline?.Cancel();
    }
}
