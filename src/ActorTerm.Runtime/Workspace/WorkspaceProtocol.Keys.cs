using ActorTerm.Language;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Terminal.Keys;

namespace ActorTerm.Runtime.Workspace;

public static partial class WorkspaceProtocol
{
    /// <summary>
    /// From a connection: keys that match are kept from programs and bindings, as long as the connection lasts. Answered by
    /// <see cref="ResolvedTo"/> when that is so, or by <see cref="NotFound"/>.
    /// </summary>
    /// <param name="Name">With the connection, what <see cref="EndFilter"/> names.</param>
    public sealed record FilterKeys(SessionTarget Target, string Name, IReadOnlyList<KeysProtocol.KeyPattern> Patterns);

    /// <summary>Not answered.</summary>
    public sealed record EndFilter(string Name);

    /// <summary>What is bound. Answered by <see cref="KeysProtocol.KeyList"/> or <see cref="NotFound"/>.</summary>
    /// <param name="Session">Null: what a session of the default profile would have.</param>
    public sealed record ListKeys(SessionTarget? Session);

    /// <summary>Reads and changes preferences and the default profile, in order. Answered by <see cref="PreferenceResults"/>, one each.</summary>
    public sealed record AccessPreferences(IReadOnlyList<PreferenceRequest> Requests);

    public abstract record PreferenceRequest;

    /// <param name="Key">A preference that was never set is null, except those the host knows: <c>GlobalKeyMap</c>.</param>
    public sealed record GetPreference(string Key) : PreferenceRequest;

    /// <param name="Json">As the script wrote it. Null as JSON removes the value.</param>
    public sealed record SetPreference(string Key, string Json) : PreferenceRequest;

    public sealed record GetDefaultProfile : PreferenceRequest;

    public sealed record SetDefaultProfile(string Guid) : PreferenceRequest;

    /// <summary>A request without content.</summary>
    public sealed record UnknownPreferenceRequest : PreferenceRequest;

    public sealed record PreferenceResults(IReadOnlyList<PreferenceResult> Results);

    public abstract record PreferenceResult;

    public sealed record PreferenceRead(Value Value) : PreferenceResult;

    /// <param name="Wrong">What is wrong with the value, for people; null when nothing is.</param>
    public sealed record PreferenceSet(PreferenceOutcome Outcome, string? Wrong = null) : PreferenceResult
    {
        public static PreferenceSet Ok { get; } = new(PreferenceOutcome.Ok);
    }

    public enum PreferenceOutcome
    {
        Ok,
        BadJson,
        InvalidValue,
    }

    public sealed record DefaultProfileRead(string Guid) : PreferenceResult;

    public sealed record DefaultProfileSet(bool Found) : PreferenceResult;

    public sealed record PreferenceUnrecognized : PreferenceResult;

    /// <summary>From a session: this key was typed into it; those that type together with it get it too.</summary>
    internal sealed record CopyKey(SessionId From, KeyEvent Key);

    /// <summary>From a session: these bytes were typed into it by a key or a paste.</summary>
    internal sealed record CopyInput(SessionId From, ReadOnlyMemory<byte> Bytes);

    /// <summary>From a session: one of its keys is bound to an action that other sessions do too.</summary>
    internal sealed record ApplyKeyAction(SessionId From, KeysProtocol.KeyAction Action, SessionsProtocol.KeyCaller Caller);

    /// <summary>From a session: the rest of a sequence runs in the session that has the focus by now.</summary>
    internal sealed record GoOnWhereFocusIs(IReadOnlyList<KeysProtocol.KeyAction> Actions, SessionsProtocol.KeyCaller Caller);

    /// <summary>From a session: do this action on windows, tabs or panes. Answered by <see cref="Done"/>, or by what could not be done.</summary>
    internal sealed record KeyLayout(SessionId From, int Action, string Text);

    /// <summary>From a session: it takes over the profile of this guid or name. Answered by <see cref="Done"/> or <see cref="NotFound"/>.</summary>
    internal sealed record GiveProfile(SessionId Session, string Profile);

    /// <summary>From a session: turn a preference from true to false or back; one that was never set becomes true. Answered by <see cref="Done"/>.</summary>
    internal sealed record TogglePreference(string Key);
}
