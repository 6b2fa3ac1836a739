namespace ActorTerm.Actors;

/// <summary>Waits for the end of an actor, or for being told anything, which means that the time is up.</summary>
internal sealed class EndWatcher(LocalActorSystem system) : MinimalRef
{
    private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ActorPath? _path;

    public override ActorPath Path => _path ??= system.NewTempPath();

    public override LocalActorSystem System => system;

    /// <summary>True: the actor has ended. False: the time was up first.</summary>
    public Task<bool> Ended => _ended.Task;

    public override void Tell(object message, IActorRef? sender) => _ended.TrySetResult(false);

    public override void SendSystem(SystemMessage message)
    {
        if (message is DeathNotice) _ended.TrySetResult(true);
        else base.SendSystem(message);
    }
}
