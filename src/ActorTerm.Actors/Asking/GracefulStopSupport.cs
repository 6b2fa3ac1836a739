namespace ActorTerm.Actors;

public static class GracefulStopSupport
{
    /// <inheritdoc cref="GracefulStop(IActorRef, TimeSpan, object)"/>
    public static Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout) => target.GracefulStop(timeout, PoisonPill.Instance);

    /// <summary>Tells the actor to stop. Its name is free only when its parent has handled its end, which can be later than this.</summary>
    /// <param name="timeout">Real time.</param>
    /// <returns>True when it has ended; false when it has not in time.</returns>
    public static async Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout, object stopMessage)
    {
        var actor = IInternalActorRef.Of(target);
        if (actor.System is not { } system) throw new InvalidOperationException($"{target} belongs to no system, so nobody can wait for its end");

        var watcher = new EndWatcher(system);
        actor.SendSystem(new Watch(watcher));
        target.Tell(stopMessage, ActorRefs.NoSender);
        var deadline = timeout > TimeSpan.Zero ? system.RealClock.Start(timeout, null, watcher, stopMessage, ActorRefs.NoSender) : null;
        var ended = await watcher.Ended.ConfigureAwait(false);
        deadline?.Cancel();
        if (!ended) actor.SendSystem(new Unwatch(watcher));
        return ended;
    }
}
