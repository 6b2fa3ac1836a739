namespace ActorTerm.Actors;

/// <summary>
/// Sees to it that nobody waits long behind an actor's handler. What follows a turn is to run next on the same thread; when that handler
/// takes its time, or waits for just that, the follower goes to the pool. Looks every few milliseconds, and not at all while nobody follows
/// anybody.
/// </summary>
internal static class FollowerWatch
{
    /// <summary>
    /// From one look to the next, in milliseconds; what waits at two of them, with no progress between, has waited long enough. What a person
    /// does not notice, and long for most handlers.
    /// </summary>
    public const int Patience = 5;

    private static readonly List<WeakReference<RunFrame>> s_frames = [];   // also the lock; one for each thread that ever ran an actor, and lives
    private static readonly Timer s_timer = new(static _ => Look());
    private static int s_looks;                             // 1 from Start to the next look

    public static void Observe(RunFrame frame)
    {
        lock (s_frames) s_frames.Add(new WeakReference<RunFrame>(frame));
    }

    /// <summary>Somebody follows.</summary>
    public static void Start()
    {
        if (Volatile.Read(ref s_looks) == 0 && Interlocked.Exchange(ref s_looks, 1) == 0) s_timer.Change(Patience, Timeout.Infinite);
    }

    private static void Look()
    {
        Volatile.Write(ref s_looks, 0);

        // The fence that Start spares its callers, who write first and then look here: whoever has not seen the 0 is seen below.
        Interlocked.MemoryBarrierProcessWide();
        var someoneWaits = false;
        lock (s_frames)
        {
            s_frames.RemoveAll(reference =>
            {
                if (!reference.TryGetTarget(out var frame)) return true;
                someoneWaits |= frame.Look();
                return false;
            });
        }

        if (someoneWaits) Start();
    }
}
