using ActorTerm.Language;
using ActorTerm.Runtime.Identities;

namespace ActorTerm.Runtime.Workspace;

public static partial class WorkspaceProtocol
{
    public enum Direction
    {
        Left,
        Right,
        Above,
        Below,
    }

    /// <summary>Method <c>iterm2.set_name</c> of a session. Answered by <c>Done</c> or <see cref="NotFound"/>.</summary>
    public sealed record SetSessionName(SessionId Session, string Name);

    /// <summary>Method <c>iterm2.set_title</c> of a tab. Answered by <c>Done</c> or <see cref="NotFound"/>.</summary>
    /// <param name="Title">An interpolated string; empty goes back to the default.</param>
    public sealed record SetTabTitle(TabId Tab, string Title);

    /// <summary>Method <c>iterm2.set_title</c> of a window. Answered by <c>Done</c> or <see cref="NotFound"/>.</summary>
    /// <param name="Title">An interpolated string; empty goes back to the default.</param>
    public sealed record SetWindowTitle(WindowId Window, string Title);

    /// <summary>Method <c>iterm2.select_pane_in_direction</c> of a tab. Answered by <see cref="PaneSelected"/> or <see cref="NotFound"/>.</summary>
    public sealed record SelectPane(TabId Tab, Direction Direction);

    /// <param name="Session">Null when there is no pane on that side; then the active one stays.</param>
    public sealed record PaneSelected(SessionId? Session);

    /// <summary>Built-in <c>iterm2.get_profile_property</c>. Answered by <see cref="ProfileValue"/> or <see cref="NotFound"/>.</summary>
    public sealed record GetProfileProperty(SessionId Session, string Key);

    /// <param name="Value">JSON null when the profile has no such property.</param>
    public sealed record ProfileValue(Value Value);

    /// <summary>What the request was about does not exist, or not any more.</summary>
    public sealed record NotFound(string Text);
}
