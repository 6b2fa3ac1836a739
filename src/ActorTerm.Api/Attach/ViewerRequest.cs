namespace ActorTerm.Api.Attach;

/// <summary>What a viewer says beside its keys. Spec: docs/protocol.md, section 6.</summary>
internal abstract record ViewerRequest
{
    internal sealed record Hello(int Columns, int Rows, bool TakesSize, bool ReadOnly) : ViewerRequest;

    internal sealed record Resize(int Columns, int Rows) : ViewerRequest;

    internal sealed record Credit : ViewerRequest;

    internal sealed record Repaint : ViewerRequest;
}
