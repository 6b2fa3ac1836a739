using System.Reflection;

namespace ActorTerm.Client;

/// <summary>How to reach a host, and how much may wait on this side.</summary>
public sealed record ConnectOptions
{
    /// <summary>Path of the host's Unix socket. Default: <c>ACTORTERM_SOCKET</c>, else the default path (<see cref="HostAddress.Socket"/>).</summary>
    public string? Socket { get; init; }

    /// <summary>A host on TCP instead, such as <c>ws://localhost:1912</c>. Default: none.</summary>
    public Uri? Tcp { get; init; }

    /// <summary>What a host on TCP asks for. Default: <c>ITERM2_COOKIE</c>. Never part of an address.</summary>
    public string? Cookie { get; init; } = NotEmpty(Environment.GetEnvironmentVariable("ITERM2_COOKIE"));

    /// <summary>How the host calls this script where people see it. Default: the name of the script's file, or of the program.</summary>
    public string Name { get; init; } = DefaultName();

    /// <summary>
    /// What the host's alerts say the invocations of this connection came from: <c>cli</c> for those that a person typed. Default: none, which
    /// reads <c>api</c> there.
    /// </summary>
    public string? Source { get; init; }

    /// <summary>When calls to registered functions run. Default: as they come.</summary>
    public DispatchMode Dispatch { get; init; } = DispatchMode.Automatic;

    /// <summary>
    /// Calls to registered functions that may wait or run at once. One more is answered with an exception that says so.
    /// Default 16,384, which is what a host lets through to one function.
    /// </summary>
    public int CallLimit { get; init; } = 16_384;

    /// <summary>
    /// Notifications that one subscription keeps for its reader. At the bound the subscription ends with a
    /// <see cref="SubscriptionOverflowException"/>; connection and other subscriptions stay. Watching a screen needs no queue. Default 4,096.
    /// </summary>
    public int NotificationQueue { get; init; } = 4_096;

    /// <summary>
    /// Messages that an <see cref="Attachment"/> keeps for its reader: one frame, and titles, sizes and alerts between. At the bound
    /// <see cref="Attachment.Messages"/> ends with a <see cref="ConnectionLostException"/> that says so. Default 1,024, as many as a host keeps
    /// for a viewer.
    /// </summary>
    public int AttachmentQueue { get; init; } = 1_024;

    /// <summary>Requests without an answer; the next one waits for its turn. Results of functions never wait. Default 65,536.</summary>
    public int RequestsInFlight { get; init; } = 65_536;

    /// <summary>Bytes of one message from the host; a larger one ends the connection. Default 256 MiB, about a million full lines with styles.</summary>
    public int MaxMessageBytes { get; init; } = 256 << 20;

    /// <summary>How long the host may take to answer the upgrade. Default 10 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a goodbye waits for the host's; then the socket is closed all the same. Default 2 s.</summary>
    public TimeSpan CloseTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Whether connecting and each request hold the thread that asks until the answer is there. For a program that asks one thing after the
    /// other and ends: nothing has to be made ready for going on elsewhere, which costs it more than asking does. Default false.
    /// </summary>
    public bool BlocksForAnswers { get; init; }

    /// <summary>The clock of <see cref="Connection.DispatchForAsync"/>.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    private static string DefaultName() =>
        AppContext.GetData("EntryPointFilePath") is string file       // set for `dotnet run x.cs`
            ? Path.GetFileName(file)
            : Assembly.GetEntryAssembly()?.GetName().Name ?? "script";

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
