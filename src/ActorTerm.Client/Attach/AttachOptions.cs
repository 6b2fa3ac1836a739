namespace ActorTerm.Client;

/// <summary>How a viewer looks at a session.</summary>
/// <param name="Columns">Of the viewer's terminal, 1 to 4096; likewise <paramref name="Rows"/>.</param>
public sealed record AttachOptions(int Columns, int Rows)
{
    /// <summary>The session takes the viewer's size, now and with every <see cref="Attachment.ResizeAsync"/>. Default true.</summary>
    public bool Resize { get; init; } = true;

    /// <summary>Its keys are ignored, and it never changes the session's size.</summary>
    public bool ReadOnly { get; init; }
}
