using ActorTerm.Protocol.Host;

namespace ActorTerm.Client;

/// <summary>What became of a key.</summary>
public enum KeyFate
{
    /// <summary>The program got it.</summary>
    Typed,

    /// <summary>It ran its binding.</summary>
    Bound,

    /// <summary>A script's keystroke filter kept it.</summary>
    Filtered,

    /// <summary>It was the leader: the next key has it among its modifiers.</summary>
    Leader,
}

/// <summary>A key that was pressed by <see cref="Session.PressKeysAsync"/>.</summary>
/// <param name="Name">As tmux spells it.</param>
/// <param name="Binding">What it was bound to; null unless <paramref name="Fate"/> says so.</param>
/// <param name="Error">What its action failed with; null when it did not.</param>
/// <param name="Traceback">As the script that failed sent it; null when it sent none.</param>
public sealed record PressedKey(string Name, KeyFate Fate, KeyBinding? Binding, string? Error, string? Traceback)
{
    internal static PressedKey Of(StruckKey m) => new(
        m.Name,
        m.Fate switch
        {
            StruckKey.Types.Fate.Bound => KeyFate.Bound,
            StruckKey.Types.Fate.Filtered => KeyFate.Filtered,
            StruckKey.Types.Fate.Leader => KeyFate.Leader,
            _ => KeyFate.Typed,
        },
        m.Binding is { } binding ? KeyBinding.Of(binding) : null, m.HasError ? m.Error : null, m.HasTraceback ? m.Traceback : null);
}
