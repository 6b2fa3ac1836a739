using ActorTerm.Terminal.Modes;

namespace ActorTerm.Terminal.Events;

/// <summary>
/// What a terminal says while it is fed, resized or reset, at once and in the order of the bytes. Whatever a program can say is that program's
/// word, or that of any file it prints: not to be trusted, never to be evaluated. A method that is not implemented ignores its event.
/// </summary>
/// <remarks>A method may read the terminal and call <see cref="TerminalModel.RequestStop"/>; it must not feed it.</remarks>
public interface ITerminalEvents
{
    /// <summary>Bytes for the program's input: the answer to a query, whole. Never contains CR or LF, nor text that the program chose.</summary>
    void Reply(ReadOnlySpan<byte> bytes) { }

    /// <summary>BEL.</summary>
    void Bell() { }

    /// <summary>OSC 0 and 1. Without control characters; at most 256 characters.</summary>
    void IconNameChanged(string name) { }

    /// <summary>OSC 0 and 2, likewise.</summary>
    void TitleChanged(string title) { }

    /// <summary>The modes changed; which they are now.</summary>
    void ModesChanged(TerminalModes modes) { }

    /// <summary>The alternate screen was shown, or the main one again.</summary>
    void AlternateScreenChanged(bool shown) { }

    /// <summary>
    /// Text was printed in a line, and now something else than text follows: a line end, a move of the cursor, a change of the screen. The line is as
    /// it was before that. Said only while <see cref="TerminalModel.ObserveLines"/> is set. A line that is printed in again is said again.
    /// </summary>
    /// <param name="absoluteLine">Of text that wrapped, the row where it began; it may have left history already.</param>
    void LineCompleted(long absoluteLine) { }

    /// <summary>History was emptied by CSI 3 J, RIS or OSC 1337 ClearScrollback.</summary>
    void HistoryCleared() { }

    /// <summary>After <see cref="TerminalModel.Resize"/>: where the lines of the main screen went.</summary>
    void Resized(LineMap moved) { }

    /// <summary>CSI 8 t, or DECCOLM: the program would like another size. Each is 1 to 4096, or null to stay as it is.</summary>
    void ResizeRequested(int? columns, int? rows) { }

    /// <summary>The palette changed: OSC 4, 10 to 19, 104, 110 to 119, P, and OSC 1337 SetColors.</summary>
    void ColorsChanged() { }

    /// <summary>OSC 133: shell integration.</summary>
    void PromptMarked(PromptMark mark) { }

    /// <summary>OSC 1337 SetMark.</summary>
    void MarkSet(long absoluteLine) { }

    /// <summary>OSC 7 and OSC 1337 CurrentDir.</summary>
    void WorkingDirectory(DirectoryReport report) { }

    /// <summary>OSC 1337 RemoteHost, split at the last @. The user is empty when none was given.</summary>
    void RemoteHost(string user, string host) { }

    /// <summary>OSC 1337 ShellIntegrationVersion.</summary>
    /// <param name="shell">Null when it did not say.</param>
    void ShellIntegration(string version, string? shell) { }

    /// <summary>OSC 1337 SetUserVar. The name has no dot.</summary>
    /// <param name="value">Null removes it.</param>
    void UserVariable(string name, string? value) { }

    /// <summary>OSC 1337 Custom. The id is a topic's name, no proof of anything.</summary>
    void CustomSequence(string id, string payload) { }

    /// <summary>OSC 9 ; 4.</summary>
    void Progress(ProgressReport report) { }

    /// <summary>OSC 9, and OSC 1337 Notification.</summary>
    void Notification(NotificationReport report) { }

    /// <summary>OSC 52 and OSC 1337 Copy.</summary>
    /// <param name="selection">As OSC 52 names it, usually c; empty for the default.</param>
    void ClipboardWrite(string selection, ReadOnlyMemory<byte> data) { }

    /// <summary>OSC 1337 RequestAttention.</summary>
    void Attention(AttentionKind kind) { }

    /// <summary>OSC 1337 StealFocus.</summary>
    void FocusRequested() { }

    /// <summary>OSC 1337 SetBadgeFormat: an interpolated string from the program, so one whose functions must not be called.</summary>
    void BadgeChanged(string format) { }

    /// <summary>OSC 1337 OpenURL.</summary>
    void OpenUrl(string url) { }

    /// <summary>OSC 21337.</summary>
    void TabStatus(string text) { }

    /// <summary>OSC 1337 AddAnnotation and AddHiddenAnnotation.</summary>
    void Annotated(Annotation annotation) { }

    /// <summary>OSC 1337 ClearCapturedOutput.</summary>
    void CapturedOutputCleared() { }

    /// <summary>OSC 1337 File, and its parts once they are complete.</summary>
    void FileReceived(ReceivedFile file) { }
}
