namespace ActorTerm.Actors;

/// <summary>An actor with timers of its own.</summary>
public interface IWithTimers
{
    /// <summary>Set by the kernel before the constructor's body runs.</summary>
    ITimerScheduler Timers { get; set; }
}

/// <summary>
/// Timers that tell the actor itself. A tick of a timer that was cancelled, replaced, or started before a restart is never handled, even
/// if it is in the mailbox already. All are cancelled when the actor restarts or ends.
/// </summary>
public interface ITimerScheduler
{
    /// <summary>A single timer leaves when its message is delivered.</summary>
    IReadOnlyCollection<object> ActiveTimers { get; }

    /// <summary>Replaces the timer of the same key, if there is one.</summary>
    void StartSingleTimer(object key, object msg, TimeSpan timeout);

    /// <summary>First after one interval. Replaces the timer of the same key, if there is one.</summary>
    void StartPeriodicTimer(object key, object msg, TimeSpan interval);

    /// <summary>Replaces the timer of the same key, if there is one.</summary>
    void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval);

    bool IsTimerActive(object key);

    void Cancel(object key);

    void CancelAll();
}
