namespace ActorTerm.Terminal.Events;

/// <summary>Where the shell says it is.</summary>
/// <param name="Path">Absolute, percent-decoded when it came as a URL.</param>
/// <param name="Host">Null when it was not said.</param>
/// <param name="User">Null when it was not said.</param>
public sealed record DirectoryReport(string Path, string? Host, string? User);

/// <param name="Percent">0 to 100; null where the state has none.</param>
public sealed record ProgressReport(ProgressState State, int? Percent);

/// <summary>The numbers of OSC 9 ; 4.</summary>
public enum ProgressState
{
    None = 0,
    Running = 1,
    Error = 2,
    Indeterminate = 3,
    Paused = 4,
}

/// <param name="Title">Null for the plain form, OSC 9.</param>
/// <param name="Parameters">All that came with OSC 1337 Notification, decoded; empty for the plain form.</param>
public sealed record NotificationReport(string? Title, string Message, IReadOnlyDictionary<string, string> Parameters);

/// <summary>OSC 1337 RequestAttention.</summary>
public enum AttentionKind
{
    No,
    Yes,
    Once,
    Fireworks,
    Flash,
}

/// <summary>A note on cells.</summary>
/// <param name="AbsoluteLine">Of the first cell.</param>
/// <param name="Column">Of the first cell, 0-based.</param>
/// <param name="Length">In cells; null for the rest of the line.</param>
/// <param name="Hidden">Shown only when asked for.</param>
public sealed record Annotation(long AbsoluteLine, int Column, int? Length, string Text, bool Hidden);

/// <summary>A file that the program sent.</summary>
/// <param name="Name">As the program gave it, null when it did not: never to be used as a path.</param>
/// <param name="Inline">It was meant to be shown, not saved.</param>
public sealed record ReceivedFile(string? Name, bool Inline, ReadOnlyMemory<byte> Contents);
