namespace ActorTerm.Runtime.Keys;

public static partial class KeysProtocol
{
    /// <summary>Bindings of all sessions; <c>actorterm.keys</c> in reference.conf.</summary>
    public sealed record KeySettings
    {
        /// <summary>The key that puts <c>leader</c> to the modifiers of the next one, by tmux's names; empty for none.</summary>
        public string Leader { get; init; } = "";

        /// <summary>Bindings of all sessions, until a script sets others by the preference <c>GlobalKeyMap</c>.</summary>
        public KeyMap Global { get; init; } = KeyMap.Empty;
    }
}
