namespace ActorTerm.Pty;

/// <summary>What a host has to be rid of before it is disposed of: a child, and descriptors.</summary>
internal interface ILiveChild : IAsyncDisposable
{
    ChildProcess Child { get; }

    /// <summary>Begins to watch the child, and its descriptors for nothing yet. Called once, before anything else.</summary>
    /// <returns>0, or the error number of epoll_ctl(2): then <see cref="Leave"/> has to follow, and the descriptors are the caller's to close.</returns>
    int Watch();

    /// <summary>Leaves the reactor, which calls no more, and its host, which forgets it. Called once, when nothing is left to be heard.</summary>
    void Leave();
}
