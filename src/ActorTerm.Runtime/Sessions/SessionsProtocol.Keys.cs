using ActorTerm.Runtime.Connections;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Profiles;
using ActorTerm.Terminal.Keys;

namespace ActorTerm.Runtime.Sessions;

public static partial class SessionsProtocol
{
    /// <summary>
    /// Presses keys as an attached viewer does: leader, filters, monitors and bindings apply. Answered by <see cref="KeysTaken"/> when every
    /// function that a binding invoked has answered, or by <see cref="Rejected"/>, and then no key was pressed.
    /// </summary>
    /// <param name="Names">tmux's names, as <see cref="PressKeys"/> takes them.</param>
    /// <param name="Kind">A release is heard by monitors that asked for more, and does nothing else.</param>
    public sealed record StrikeKeys(IReadOnlyList<string> Names, KeyEventKind Kind = KeyEventKind.Press);

    /// <param name="Keys">One for each that was pressed, in order.</param>
    public sealed record KeysTaken(IReadOnlyList<TakenKey> Keys);

    /// <param name="Binding">What it was bound to; null unless <paramref name="Fate"/> is <see cref="KeyFate.Bound"/>.</param>
    /// <param name="Error">What its binding failed with; null when it did not.</param>
    /// <param name="Traceback">As the script sent it.</param>
    public sealed record TakenKey(string Name, KeyFate Fate, KeysProtocol.KeyScope? Scope, KeysProtocol.KeyBinding? Binding, string? Error, string? Traceback);

    public enum KeyFate
    {
        /// <summary>The program got it.</summary>
        Typed,

        /// <summary>It ran its binding.</summary>
        Bound,

        /// <summary>A script's filter kept it.</summary>
        Filtered,

        /// <summary>It was the leader.</summary>
        Leader,
    }

    /// <summary>What is bound in this session. Answered by <see cref="KeysProtocol.KeyList"/>.</summary>
    public sealed record ListKeys;

    /// <summary>What the terminal of a person would have pressed, and what each is bound to here. Nothing is done. Answered by <see cref="KeysExplained"/>.</summary>
    /// <param name="Typed">Bytes from a terminal.</param>
    /// <param name="Complete">Nothing follows: an ESC at the end is the Escape key.</param>
    public sealed record ExplainKeys(ReadOnlyMemory<byte> Typed, bool Complete);

    /// <param name="Waiting">So many bytes at the end begin a key that is not complete.</param>
    public sealed record KeysExplained(IReadOnlyList<ExplainedKey> Keys, int Waiting);

    /// <param name="Chord">Null when the bytes are no key: a paste, a reply of the terminal.</param>
    public sealed record ExplainedKey(ReadOnlyMemory<byte> Bytes, KeysProtocol.KeyChord? Chord, KeysProtocol.KeyDecision.Bound? Bound);

    /// <summary>A key goes to this session, whatever becomes of it; told before it takes effect.</summary>
    public sealed record KeySeen(SessionId Session, KeysProtocol.Keystroke Key, KeyStroke Action) : ConnectionsProtocol.ScriptEvent;

    public enum KeyStroke
    {
        Down,
        Up,

        /// <summary>A modifier alone.</summary>
        Modifiers,
    }

    /// <summary>From the workspace: a key that was typed into a session that types together with this one. Bound to nothing here.</summary>
    internal sealed record CopiedKey(KeyEvent Key);

    /// <summary>From the workspace: run an action here that a key of another session was bound to.</summary>
    internal sealed record RunAction(KeysProtocol.KeyAction Action, KeyCaller Caller);

    /// <summary>From the workspace: the rest of a sequence, whose steps before changed the focus.</summary>
    internal sealed record RunActions(IReadOnlyList<KeysProtocol.KeyAction> Actions, KeyCaller Caller);

    /// <summary>From the workspace: the session has another profile from now on.</summary>
    internal sealed record WearProfile(ProfilesProtocol.Profile Profile);

    /// <summary>From the workspace: a shared profile is another. The session follows when it has that one and nobody changed its own copy.</summary>
    internal sealed record ProfileChanged(ProfilesProtocol.Profile Before, ProfilesProtocol.Profile After);

    /// <summary>Who pressed a key, and so is told what goes wrong with it.</summary>
    /// <param name="Viewer">Null for a key of the API.</param>
    internal sealed record KeyCaller(IActorRef? Viewer, KeyReport? Report);

    /// <summary>To the viewer that pressed a key: it copied this text, which belongs on the clipboard of the viewer's terminal.</summary>
    internal sealed record Copied(string Text);

    /// <summary>To the viewer that pressed a key: the alert about this invocation is for you.</summary>
    internal sealed record KeyInvokes(InvocationId Invocation);
}
