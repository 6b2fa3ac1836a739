using ActorTerm.Runtime.Asking;
using ActorTerm.Runtime.Identities;

namespace ActorTerm.Runtime.Workspace;

/// <summary>Where a session goes when its program runs, and who waits to hear of it.</summary>
internal abstract record Birth(AskingProtocol.Asker Asker)
{
    internal sealed record InTab(AskingProtocol.Asker Asker, WindowId? Window, int? Index, bool Select) : Birth(Asker);

    internal sealed record BySplit(AskingProtocol.Asker Asker, SessionId Beside, bool Vertical, bool Before, SplitBatch? Batch) : Birth(Asker);
}

/// <summary>Splits asked for at once; the asker is answered when the last of them is done.</summary>
internal sealed class SplitBatch(int count)
{
    private readonly List<SessionId> _made = [];
    private string? _failure;
    private int _left = count;

    public WorkspaceProtocol.SplitMany? Add(SessionId? made, string? failure)
    {
        if (made is { } id) _made.Add(id);
        _failure ??= failure;
        return --_left == 0 ? new WorkspaceProtocol.SplitMany(_made, _failure) : null;
    }
}
