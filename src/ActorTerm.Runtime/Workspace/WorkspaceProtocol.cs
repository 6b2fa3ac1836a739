using ActorTerm.Language;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Profiles;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Variables;

namespace ActorTerm.Runtime.Workspace;

/// <summary>What may be asked of <c>/workspace</c>: the tree of windows, tabs and split panes, its focus, and its sessions.</summary>
public static partial class WorkspaceProtocol
{
    /// <summary>Answered by <see cref="TreeSnapshot"/>.</summary>
    public sealed record GetTree;

    /// <summary>Answered by <see cref="FocusState"/>.</summary>
    public sealed record GetFocus;

    /// <summary>Starts a session in a new tab. Answered by <see cref="Created"/> once its program runs, or by <see cref="NotCreated"/>.</summary>
    /// <param name="Window">Null makes a new window.</param>
    /// <param name="Index">Where among the window's tabs, from 0; null is last. Out of range: last, and the answer says so.</param>
    /// <param name="Select">Select the tab and make its window current.</param>
    public sealed record CreateTab(WindowId? Window, int? Index, bool Select, SessionsProtocol.SessionStart Start);

    /// <summary>Starts a session beside another, of the same size. Answered as <see cref="CreateTab"/>; for all, by <see cref="SplitMany"/>.</summary>
    /// <param name="Vertical">The divider is vertical: side by side.</param>
    /// <param name="Before">Left of or above the one that is split.</param>
    public sealed record SplitPane(SessionTarget Target, bool Vertical, bool Before, SessionsProtocol.SessionStart Start);

    /// <summary>Whether a session could be made now. Answered by <see cref="Done"/>, or by the <see cref="NotCreated"/> it would get.</summary>
    public sealed record GetReadiness;

    /// <param name="IndexHonoured">False when the tab could not be put where it was asked for.</param>
    public sealed record Created(SessionId Session, WindowId Window, TabId Tab, bool IndexHonoured);

    public sealed record SplitMany(IReadOnlyList<SessionId> Sessions, string? Failure);

    public sealed record NotCreated(Refusal Why, string Text);

    public enum Refusal
    {
        NoSuchWindow,
        NoSuchSession,
        NoSuchProfile,
        BadProperty,
        CannotStart,
        TooMany,
        Stopping,
    }

    /// <summary>Runs the close ladder of each session meant and removes it. Answered by <see cref="Closed"/> when all are gone.</summary>
    public sealed record CloseSessions(IReadOnlyList<SessionId?> Sessions);

    /// <summary>As <see cref="CloseSessions"/>, for the one meant. Answered by <see cref="Closed"/> or <see cref="NotFound"/>.</summary>
    public sealed record CloseSession(SessionTarget Target);

    /// <summary>As <see cref="CloseSessions"/>, for every session of the tabs.</summary>
    public sealed record CloseTabs(IReadOnlyList<TabId?> Tabs);

    /// <summary>As <see cref="CloseSessions"/>, for every session of the windows.</summary>
    public sealed record CloseWindows(IReadOnlyList<WindowId?> Windows);

    /// <summary>The host is going down: every session is closed and no new one is made. Answered by <see cref="Closed"/> when all are gone.</summary>
    public sealed record CloseEverything;

    /// <param name="Found">One entry per identity asked for, in that order.</param>
    public sealed record Closed(IReadOnlyList<bool> Found);

    /// <summary>Answered by <see cref="Done"/>, <see cref="NotFound"/> or <see cref="ActivateRefused"/>. A null part is left alone.</summary>
    public sealed record Activate(WindowId? Window, TabId? Tab, SessionId? Session, bool OrderWindowFront, bool SelectTab, bool SelectSession);

    /// <summary>A flag without the object it is about. What the flags before it asked for was done.</summary>
    public sealed record ActivateRefused(string Text);

    /// <summary>Passes a message on to one session, or the active one, with the asker as its sender; <see cref="NotFound"/> when there is none.
    /// Only profile properties can be set of all, and then nobody answers for each.</summary>
    public sealed record ToSession(SessionTarget Target, object Message);

    /// <summary>Types text as a person would. Goes to the broadcast peers too, unless told not to. Answered by <see cref="Done"/> or <see cref="NotFound"/>, or by what a session refuses.</summary>
    public sealed record TypeText(SessionTarget Target, string Text, bool SuppressBroadcast);

    /// <summary>Feeds bytes to the terminals as if their programs had printed them. Answered by <see cref="InjectDone"/>.</summary>
    public sealed record InjectBytes(IReadOnlyList<SessionTarget?> Targets, ReadOnlyMemory<byte> Data);

    public sealed record InjectDone(IReadOnlyList<bool> Found);

    /// <summary>Sets, then gets variables. Answered by <see cref="VariablesProtocol.VariablesAnswer"/> or <see cref="NotFound"/>.</summary>
    public sealed record AccessVariables(ScopeTarget Target, VariablesProtocol.VariablesRequest Request);

    /// <summary>Which scope a request means. <see cref="Identifier"/> is a session target, a tab id, a window id, or empty for the app.</summary>
    public sealed record ScopeTarget(VariablesProtocol.ScopeKind Kind, string Identifier);

    /// <summary>Answered by <see cref="ScopeFound"/> or <see cref="NotFound"/>.</summary>
    public sealed record FindScope(ScopeTarget Target);

    public sealed record ScopeFound(VariablesProtocol.ScopeHandle Scope, SessionId? Session);

    /// <summary>Which session is meant now. Answered by <see cref="ResolvedTo"/> or <see cref="NotFound"/>.</summary>
    public sealed record Resolve(SessionTarget Target);

    /// <param name="Target">One session, or all.</param>
    public sealed record ResolvedTo(SessionTarget Target);

    /// <summary>Replaces what the sender hears of one session, or of every session, those made later too. Not answered.</summary>
    public sealed record HearSessions(SessionTarget Target, SessionsProtocol.SessionEvents Events);

    /// <summary>Every session, ended ones too, with where it stands. Answered by <see cref="SessionList"/>.</summary>
    public sealed record ListSessions;

    public sealed record SessionList(IReadOnlyList<SessionEntry> Sessions);

    /// <param name="Job">The foreground job's name; empty when it is not known.</param>
    /// <param name="Tty">Such as /dev/pts/7; empty when its program has ended.</param>
    public sealed record SessionEntry(
        SessionId Id, Place Place, SessionsProtocol.SessionInfo Info, bool IsActive, string Job, string Directory, string Tty);

    /// <summary>Answered by <see cref="BroadcastDomains"/>.</summary>
    public sealed record GetBroadcast;

    public sealed record BroadcastDomains(IReadOnlyList<IReadOnlyList<SessionId>> Domains);

    /// <summary>Replaces all domains. Answered by <see cref="Done"/> or <see cref="BroadcastRefused"/>, and then nothing changed.</summary>
    public sealed record SetBroadcast(IReadOnlyList<IReadOnlyList<SessionTarget?>> Domains);

    public enum BroadcastRefusal
    {
        NoSuchSession,
        NotDisjoint,
        NotOneWindow,
    }

    public sealed record BroadcastRefused(BroadcastRefusal Why);

    /// <summary>Answered by <see cref="ProfileList"/>. Null asks for all.</summary>
    public sealed record ListProfiles(IReadOnlyList<string>? Guids);

    public sealed record ProfileList(IReadOnlyList<IReadOnlyDictionary<string, Value>> Profiles);

    /// <summary>Changes shared profiles. Answered by <see cref="Done"/> or <see cref="NotFound"/>, and then nothing changed.</summary>
    public sealed record SetProfiles(IReadOnlyList<string> Guids, IReadOnlyList<KeyValuePair<string, Value>> Properties);

    /// <summary>
    /// From the host: the configuration was read again, and is right. New sessions have the new profiles; a running one follows its profile
    /// unless somebody changed its own copy. Answered by <see cref="Done"/>.
    /// </summary>
    /// <param name="Keys">Null: as they were; what a script bound for all sessions stays.</param>
    public sealed record ApplyConfiguration(IReadOnlyList<ProfilesProtocol.ProfileSource> Profiles, KeysProtocol.KeySettings? Keys);

    /// <summary>The request was carried out.</summary>
    public sealed record Done
    {
        public static Done Instance { get; } = new();
    }
}
