using ActorTerm.Runtime.Identities;
using ActorTerm.Terminal.Keys;

namespace ActorTerm.Runtime.Keys;

public static partial class KeysProtocol
{
    /// <summary>What becomes of a key.</summary>
    public abstract record KeyDecision
    {
        private KeyDecision()
        {
        }

        /// <summary>Some script's filter keeps it from bindings and program.</summary>
        public sealed record Filtered : KeyDecision;

        /// <summary>It is the leader: the next key has it among its modifiers.</summary>
        public sealed record Leads : KeyDecision;

        public sealed record Bound(KeyScope Scope, KeyBinding Binding) : KeyDecision;

        /// <summary>Nothing is bound to it: the program gets it.</summary>
        public sealed record Typed : KeyDecision;
    }

    /// <summary>
    /// The rules by which a session treats keys, in this order: leader, filters, bindings of the profile, bindings of all sessions, program.
    /// Monitors hear of every key before it takes effect. One per session; remembers only whether the leader was pressed.
    /// </summary>
    public sealed class KeyRules(SessionId session, HostKeys host)
    {
        private bool _led;

        /// <summary>The bindings of the session's profile.</summary>
        public KeyMap Profile { get; set; } = KeyMap.Empty;

        /// <summary>Whether a script could want to hear of keys or keep them, or anything be bound.</summary>
        public bool AreTrivial => !_led && host.Leader is null && host.Filters.IsEmpty && Profile.Bindings.Count == 0 && host.Global.Bindings.Count == 0;

        /// <param name="key">Pressed or repeated; releases are bound to nothing.</param>
        public KeyDecision Decide(KeyEvent key)
        {
            if (key.Kind == KeyEventKind.Release) return new KeyDecision.Typed();

            var chord = KeyChord.Of(key);
            if (!_led && host.Leader is { } leader && chord == leader)
            {
                _led = true;
                return new KeyDecision.Leads();
            }

            var led = _led;
            _led = false;
            if (!host.Filters.IsEmpty)
            {
                var seen = Keystroke.Of(key);
                if (host.Filters.Any(filter => filter.Holds(session, seen))) return new KeyDecision.Filtered();
            }

            return Find(led ? KeyChord.Of(key, leader: true) : chord) is { } found && found.Binding.Action.Number != KeyActions.Bypass
                ? found
                : new KeyDecision.Typed();
        }

        /// <summary>What a key is bound to; null for nothing.</summary>
        public KeyDecision.Bound? Find(KeyChord chord) =>
            Profile.Find(chord) is { } own ? new KeyDecision.Bound(KeyScope.Profile, own)
            : host.Global.Find(chord) is { } shared ? new KeyDecision.Bound(KeyScope.Global, shared)
            : null;
    }
}
