namespace ActorTerm.Pty;

/// <summary>What a host has to be rid of before it is disposed of: a child, and descriptors.</summary>
internal interface ILiveChild : IAsyncDisposable
{
    ChildProcess Child { get; }
}
