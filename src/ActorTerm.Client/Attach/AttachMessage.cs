namespace ActorTerm.Client;

/// <summary>What a host tells a viewer. Spec: docs/protocol.md, section 6.</summary>
public abstract record AttachMessage
{
    /// <summary>Bytes for the viewer's terminal: what is different now. When they are drawn, <see cref="Attachment.CreditAsync"/>.</summary>
    public sealed record Frame(ReadOnlyMemory<byte> Bytes) : AttachMessage;

    /// <summary>The first message.</summary>
    /// <param name="Columns">Of the session, as <paramref name="Rows"/>.</param>
    /// <param name="End">Null while its program runs.</param>
    public sealed record Attached(string SessionId, string Name, string Title, int Columns, int Rows, int Viewers, SessionEnd? End) : AttachMessage;

    /// <summary>The session has a new size.</summary>
    public sealed record Resized(int Columns, int Rows) : AttachMessage;

    public sealed record TitleChanged(string Title) : AttachMessage;

    /// <summary>Somebody came or went.</summary>
    public sealed record ViewersChanged(int Count) : AttachMessage;

    /// <summary>A coprocess was started or is over.</summary>
    /// <param name="Command">Null: none runs any more.</param>
    public sealed record CoprocessChanged(string? Command) : AttachMessage;

    /// <summary>An error for people.</summary>
    public sealed record AlertRaised(string Id, string Source, string Message) : AttachMessage;

    /// <summary>The program has ended. Its screen stays.</summary>
    public sealed record Ended(SessionEnd End) : AttachMessage;

    /// <summary>The program runs again.</summary>
    public sealed record Restarted : AttachMessage;
}
