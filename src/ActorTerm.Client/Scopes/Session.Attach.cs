namespace ActorTerm.Client;

public sealed partial class Session
{
    /// <summary>Looks at this session as a terminal does. It is a connection of its own.</summary>
    /// <exception cref="HostUnreachableException">No such session, or the host is gone.</exception>
    public Task<Attachment> AttachAsync(AttachOptions viewer, CancellationToken cancel = default) =>
        Attachment.OpenAsync(Id, viewer, Connection.Options, cancel);
}
