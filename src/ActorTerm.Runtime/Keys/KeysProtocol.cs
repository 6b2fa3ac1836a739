using System.Collections.Immutable;
using ActorTerm.Language;
using ActorTerm.Runtime.Identities;
using ActorTerm.Terminal.Keys;

namespace ActorTerm.Runtime.Keys;

/// <summary>Key bindings as values: what a feature may know of them. How they are written: docs/keys.md.</summary>
public static partial class KeysProtocol
{
    /// <summary>Where a binding stands; the first that holds the key counts.</summary>
    public enum KeyScope
    {
        /// <summary>The profile of the session, its property <c>Keyboard Map</c>.</summary>
        Profile,

        /// <summary>All sessions, the preference <c>GlobalKeyMap</c>.</summary>
        Global,
    }

    /// <summary>Sessions an action is done in. Numbered as iTerm2's <c>Apply Mode</c>.</summary>
    public enum ApplyMode
    {
        ThisSession = 0,
        AllSessions = 1,
        UnfocusedSessions = 2,
        SessionsInWindow = 3,
        SessionsInTab = 4,
        BroadcastGroup = 5,
    }

    /// <summary>What a key does.</summary>
    /// <param name="Number">iTerm2's number; <see cref="KeyActions"/> has those that do something here.</param>
    /// <param name="Text">Its parameter: text, hex codes, a command, an invocation. Empty for none.</param>
    /// <param name="Version">0, 1 or 2: which <paramref name="Escaping"/> applies when none is given.</param>
    /// <param name="Escaping">0 to 4, how <see cref="KeyText"/> reads the text; null is what the version says.</param>
    public sealed record KeyAction(
        int Number, string Text, int Version = 0, int? Escaping = null, ApplyMode Apply = ApplyMode.ThisSession)
    {
        /// <summary>Those of a <see cref="KeyActions.Sequence"/>, which its text holds as JSON; none for any other action.</summary>
        public IReadOnlyList<KeyAction> Steps { get; init; } = [];
    }

    /// <param name="Key">As it was written in the map: iTerm2's form, <c>0x61-0x40000</c>.</param>
    /// <param name="Chord">The key meant; null for one that no terminal sends, which is kept but never pressed.</param>
    /// <param name="Label">For people; null when there is none.</param>
    public sealed record KeyBinding(string Key, KeyChord? Chord, KeyAction Action, string? Label);

    /// <summary>A pattern of keys that some script keeps from the program and from bindings.</summary>
    /// <param name="Required">All of them are held.</param>
    /// <param name="Forbidden">None of them is held.</param>
    public sealed record KeyPattern(
        KeystrokeModifiers Required,
        KeystrokeModifiers Forbidden,
        IReadOnlyList<int> KeyCodes,
        IReadOnlyList<string> Characters,
        IReadOnlyList<string> CharactersIgnoringModifiers)
    {
        /// <summary>False for every key when no key code and no character is listed.</summary>
        public bool Matches(Keystroke key) =>
            (key.Modifiers & Required) == Required
            && (key.Modifiers & Forbidden) == KeystrokeModifiers.None
            && (KeyCodes.Contains(key.KeyCode)
                || Characters.Contains(key.Characters, StringComparer.Ordinal)
                || CharactersIgnoringModifiers.Contains(key.CharactersIgnoringModifiers, StringComparer.Ordinal));
    }

    /// <param name="Owner">The connection of the script; the filter lasts as long as it.</param>
    /// <param name="Name">What the script named its target; with the owner, the identity of the filter.</param>
    /// <param name="Target">One session, or all.</param>
    public sealed record KeyFilter(IActorRef Owner, string Name, SessionTarget Target, IReadOnlyList<KeyPattern> Patterns)
    {
        public bool Holds(SessionId session, Keystroke key) =>
            (Target.IsAll || (Target.IsOne && Target.Id == session)) && Patterns.Any(pattern => pattern.Matches(key));
    }

    /// <summary>
    /// What all sessions of the host share of keys. Immutable parts behind volatile references: <c>/workspace</c> alone replaces them, and
    /// a session reads them at each key, so a script that was answered that its filter or map stands can rely on it.
    /// </summary>
    public sealed class HostKeys
    {
        private volatile KeyMap _global = KeyMap.Empty;
        private volatile Snippets _snippets = Snippets.None;
        private volatile KeyChord? _leader;
        private volatile bool _broadcasting;
        private ImmutableArray<KeyFilter> _filters = [];

        /// <summary>Bindings of all sessions.</summary>
        public KeyMap Global
        {
            get => _global;
            set => _global = value;
        }

        /// <summary>Texts that keys of all sessions send by name.</summary>
        public Snippets Snippets
        {
            get => _snippets;
            set => _snippets = value;
        }

        /// <summary>The key that puts <c>leader</c> to the modifiers of the next one; null for none.</summary>
        public KeyChord? Leader
        {
            get => _leader;
            set => _leader = value;
        }

        /// <summary>Whether any sessions type together.</summary>
        public bool Broadcasting
        {
            get => _broadcasting;
            set => _broadcasting = value;
        }

        public ImmutableArray<KeyFilter> Filters => ImmutableInterlocked.InterlockedCompareExchange(ref _filters, default, default);

        /// <summary>Takes over what the configuration says.</summary>
        /// <exception cref="FormatException">The leader is no key.</exception>
        public void Configure(KeySettings settings)
        {
            Leader = settings.Leader.Length == 0 ? null : KeyChord.Of(KeyNames.Parse(settings.Leader));
            Global = settings.Global;
        }

        /// <summary>False when there is one of that owner and name already.</summary>
        public bool TryAdd(KeyFilter filter)
        {
            if (_filters.Any(other => other.Owner.Equals(filter.Owner) && other.Name == filter.Name)) return false;

            ImmutableInterlocked.InterlockedExchange(ref _filters, _filters.Add(filter));
            return true;
        }

        /// <param name="name">Null takes out all of the owner's.</param>
        public void Remove(IActorRef owner, string? name) => ImmutableInterlocked.InterlockedExchange(
            ref _filters, _filters.RemoveAll(filter => filter.Owner.Equals(owner) && (name is null || filter.Name == name)));
    }

    /// <summary>A key map as people see it, one entry per binding.</summary>
    public sealed record KeyList(IReadOnlyList<ListedBinding> Bindings);

    /// <param name="Shadowed">A binding of the profile holds the same key, so this one is never reached.</param>
    public sealed record ListedBinding(KeyScope Scope, KeyBinding Binding, bool Shadowed);

    /// <summary>The property of a profile that holds its bindings.</summary>
    public const string KeyboardMap = "Keyboard Map";

    /// <summary>The preference that holds the bindings of all sessions.</summary>
    public const string GlobalKeyMap = "GlobalKeyMap";

    /// <summary>What is bound: first the profile's, then those of all sessions.</summary>
    public static KeyList List(KeyMap profile, KeyMap global) => new(
    [
        .. profile.Bindings.Select(binding => new ListedBinding(KeyScope.Profile, binding, false)),
        .. global.Bindings.Select(binding => new ListedBinding(
            KeyScope.Global, binding, binding.Chord is { } chord && profile.Find(chord) is not null)),
    ]);
}
