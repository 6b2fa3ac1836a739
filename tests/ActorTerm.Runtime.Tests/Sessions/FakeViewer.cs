using System.Collections.Concurrent;
using System.Text;
using ActorTerm.Runtime.Sessions;

namespace ActorTerm.Runtime.Tests.Sessions;

/// <summary>The wire to a viewer, which keeps what came.</summary>
internal sealed class FakeViewer : SessionsProtocol.IViewerLink
{
    public ConcurrentQueue<string> Frames { get; } = new();

    public ConcurrentQueue<SessionsProtocol.ViewerNews> News { get; } = new();

    public volatile string? Closed;

    public void Draw(ReadOnlyMemory<byte> frame) => Frames.Enqueue(Encoding.UTF8.GetString(frame.Span));

    public bool TrySay(SessionsProtocol.ViewerNews news)
    {
        News.Enqueue(news);
        return true;
    }

    public void Close(string reason) => Closed = reason;
}
