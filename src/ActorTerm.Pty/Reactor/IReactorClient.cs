namespace ActorTerm.Pty.Reactor;

/// <summary>
/// Owner of some descriptors in the reactor's set. Every method is called on the reactor's thread, so calls never overlap.
/// </summary>
internal interface IReactorClient
{
    /// <summary>A descriptor is ready.</summary>
    /// <param name="channel">Which of the client's descriptors: the number it was watched with.</param>
    /// <param name="events">As in epoll_ctl(2).</param>
    void Signalled(int channel, uint events);

    /// <summary>Somebody called <see cref="EpollReactor.Wake"/> for this client; several calls may be answered by one.</summary>
    void Woken();

    /// <summary>The time set by <see cref="EpollReactor.CallAfterDrain"/> has passed.</summary>
    void Due();
}
