namespace ActorTerm.Terminal.Keys;

/// <summary>
/// The sequences of keys that type nothing, as xterm sends them and as terminfo's xterm-256color lists them: CSI <see cref="Number"/>
/// ; modifiers <see cref="Final"/>. Number 1 goes with a letter and is left out without modifiers.
/// </summary>
internal readonly record struct FunctionalKey(int Number, byte Final)
{
    private static readonly Dictionary<NamedKey, FunctionalKey> Forms = new()
    {
        [NamedKey.Up] = new(1, (byte)'A'),
        [NamedKey.Down] = new(1, (byte)'B'),
        [NamedKey.Right] = new(1, (byte)'C'),
        [NamedKey.Left] = new(1, (byte)'D'),
        [NamedKey.KeypadBegin] = new(1, (byte)'E'),
        [NamedKey.End] = new(1, (byte)'F'),
        [NamedKey.Home] = new(1, (byte)'H'),
        [NamedKey.F1] = new(1, (byte)'P'),
        [NamedKey.F2] = new(1, (byte)'Q'),
        [NamedKey.F3] = new(1, (byte)'R'),
        [NamedKey.F4] = new(1, (byte)'S'),
        [NamedKey.Insert] = new(2, (byte)'~'),
        [NamedKey.Delete] = new(3, (byte)'~'),
        [NamedKey.PageUp] = new(5, (byte)'~'),
        [NamedKey.PageDown] = new(6, (byte)'~'),
        [NamedKey.F5] = new(15, (byte)'~'),
        [NamedKey.F6] = new(17, (byte)'~'),
        [NamedKey.F7] = new(18, (byte)'~'),
        [NamedKey.F8] = new(19, (byte)'~'),
        [NamedKey.F9] = new(20, (byte)'~'),
        [NamedKey.F10] = new(21, (byte)'~'),
        [NamedKey.F11] = new(23, (byte)'~'),
        [NamedKey.F12] = new(24, (byte)'~'),
        [NamedKey.Menu] = new(29, (byte)'~'),
    };

    private static readonly Dictionary<FunctionalKey, NamedKey> Names = Forms.ToDictionary(form => form.Value, form => form.Key);

    /// <summary>Forms that some terminal sends and xterm does not: vt220's Find and Select, rxvt's and the kitty protocol's F1 to F4.</summary>
    private static readonly Dictionary<int, NamedKey> Foreign = new()
    {
        [1] = NamedKey.Home,
        [4] = NamedKey.End,
        [7] = NamedKey.Home,
        [8] = NamedKey.End,
        [11] = NamedKey.F1,
        [12] = NamedKey.F2,
        [13] = NamedKey.F3,
        [14] = NamedKey.F4,
    };

    /// <summary>Whether DECCKM turns the unmodified key into SS3.</summary>
    public bool IsCursorKey => Final is >= (byte)'A' and <= (byte)'H';

    /// <summary>Whether the unmodified key is SS3 at all times: F1 to F4.</summary>
    public bool IsProgrammableFunctionKey => Final is >= (byte)'P' and <= (byte)'S';

    public static bool TryFind(NamedKey name, out FunctionalKey form) => Forms.TryGetValue(name, out form);

    public static bool TryFindName(int number, byte final, out NamedKey name) =>
        Names.TryGetValue(new FunctionalKey(number, final), out name) || (final == '~' && Foreign.TryGetValue(number, out name));
}
