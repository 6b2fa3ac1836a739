using ActorTerm.Runtime.Identities;
using ActorTerm.Terminal.Keys;
using ActorTerm.Terminal.Screens;
using ActorTerm.Terminal.Views;

namespace ActorTerm.Runtime.Sessions;

public static partial class SessionsProtocol
{
    /// <summary>The wire to one attached viewer, implemented by the edge. Called by the viewer's actor only.</summary>
    public interface IViewerLink
    {
        /// <summary>Puts a drawn frame on the wire. At most one is outstanding.</summary>
        void Draw(ReadOnlyMemory<byte> frame);

        /// <summary>Tells the viewer something beside the frames; false when the wire is full, and then the viewer is let go.</summary>
        bool TrySay(ViewerNews news);

        /// <summary>The viewer is let go: the session is closed, or the viewer broke a rule.</summary>
        void Close(string reason);
    }

    /// <summary>Attaches a viewer. Answered by <see cref="Attached"/> or <see cref="Rejected"/>.</summary>
    /// <param name="Columns">Of the viewer's terminal, 1..4096.</param>
    /// <param name="TakesSize">The session takes the viewer's size, now and with each of its resizes.</param>
    /// <param name="ReadOnly">Its keys are ignored, and the session's size is left alone.</param>
    public sealed record Attach(IViewerLink Link, int Columns, int Rows, bool TakesSize, bool ReadOnly);

    /// <param name="Viewer">The actor that stands for the viewer; tell it what comes from the wire.</param>
    public sealed record Attached(SessionId Session, SessionInfo Info, IActorRef Viewer);

    /// <summary>To a viewer: bytes from its terminal.</summary>
    public sealed record ViewerTyped(ReadOnlyMemory<byte> Bytes);

    public sealed record ViewerResized(int Columns, int Rows);

    /// <summary>To a viewer: its last frame is drawn.</summary>
    public sealed record ViewerCredit
    {
        public static ViewerCredit Instance { get; } = new();
    }

    /// <summary>To a viewer: its terminal was used for something else; the next frame draws everything.</summary>
    public sealed record ViewerRepaint
    {
        public static ViewerRepaint Instance { get; } = new();
    }

    /// <summary>To a viewer: its wire is gone.</summary>
    public sealed record ViewerGone
    {
        public static ViewerGone Instance { get; } = new();
    }

    /// <summary>What a viewer is told beside frames.</summary>
    public abstract record ViewerNews;

    public sealed record SizeNews(int Columns, int Rows) : ViewerNews;

    public sealed record TitleNews(string Title) : ViewerNews;

    public sealed record ViewersNews(int Count) : ViewerNews;

    public sealed record EndedNews(ProgramExit Exit) : ViewerNews;

    public sealed record RestartedNews : ViewerNews;

    /// <param name="Command">Of the coprocess that runs from now on; null when there is none any more.</param>
    public sealed record CoprocessNews(string? Command) : ViewerNews;

    public sealed record AlertNews(string Id, string Source, string Message) : ViewerNews;

    /// <summary>From a viewer to its session: copy what the next frame is to show. Answered by <see cref="FrameTaken"/>.</summary>
    internal sealed record ReleasesWanted(bool On);

    internal sealed record TakeFrame(FrameWriter Writer);

    internal sealed record FrameTaken(ScreenDelta Delta);

    /// <summary>From a session to its viewers: the screen is another; said once until the viewer takes a frame.</summary>
    internal sealed record ScreenTouched
    {
        public static ScreenTouched Instance { get; } = new();
    }

    /// <summary>From a viewer to its session: what its terminal sent, in order.</summary>
    /// <param name="View">The part of the screen it shows, by which a mouse is placed.</param>
    internal sealed record ViewerInput(IReadOnlyList<TerminalInput> Inputs, Viewport View);
}
