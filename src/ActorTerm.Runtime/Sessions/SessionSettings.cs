using ActorTerm.Terminal;

namespace ActorTerm.Runtime.Sessions;

/// <summary>The bounds of sessions; <c>actorterm.sessions</c> and <c>actorterm.terminal</c> in reference.conf, where each has its reason.</summary>
public sealed record SessionSettings
{
    /// <summary>How long a program may take after SIGHUP before it gets SIGKILL.</summary>
    public TimeSpan CloseGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Bytes queued for a program above which writers wait for their answer.</summary>
    public int WriteQueueSoftBytes { get; init; } = 1 << 20;

    /// <summary>Bytes queued for a program above which a write is refused with <c>backpressure</c>.</summary>
    public int WriteQueueHardBytes { get; init; } = 8 << 20;

    /// <summary>Resizes within this time reach the program as one, the last.</summary>
    public TimeSpan ResizeCoalescing { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The least time between two notices that a screen changed, and between two frames to a viewer.</summary>
    public TimeSpan FrameInterval { get; init; } = TimeSpan.FromMilliseconds(16);

    /// <summary>How long a program may hold frames back (DEC mode 2026) before its half-drawn screen is shown and the mode ended.</summary>
    public TimeSpan SynchronizedOutputLimit { get; init; } = TimeSpan.FromMilliseconds(150);

    /// <summary>Viewers attached to one session. At the bound attaching is refused.</summary>
    public int MaxViewers { get; init; } = 64;

    /// <summary>What viewers see in the top right corner while a coprocess runs; empty for nothing.</summary>
    public string CoprocessIcon { get; init; } = "\u21c4";

    /// <summary>Requests that wait for something in one session. At the bound a wait is refused.</summary>
    public int MaxWaiters { get; init; } = 256;

    /// <summary>Prompts a session remembers (OSC 133); the oldest is forgotten first.</summary>
    public int MaxPrompts { get; init; } = 1000;

    /// <summary>The terminal of a session: its size unless it asks for another, its bounds, and what programs may do to it.</summary>
    public TerminalOptions Terminal { get; init; } = new();

    /// <summary>How long after an ESC a viewer's terminal may send the rest of a key, before the ESC is the Escape key.</summary>
    public TimeSpan EscapeWait { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long a viewer's terminal may pause within any other sequence before what came of it is passed on as it is.</summary>
    public TimeSpan SequenceWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>TERM of a new session.</summary>
    public string Term { get; init; } = "xterm-256color";

    /// <summary>Variables a program may read by OSC 1337 ; ReportVariable.</summary>
    public IReadOnlyList<string> ReportableVariables { get; init; } = [];

    /// <summary>The host's socket, told to programs as ACTORTERM_SOCKET; empty when there is none.</summary>
    public string Socket { get; init; } = "";
}
