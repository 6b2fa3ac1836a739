using ActorTerm.Protocol.Host;

namespace ActorTerm.Client;

/// <summary>Where a key binding stands.</summary>
public enum KeyScope
{
    /// <summary>The profile of the session; it beats <see cref="Global"/>.</summary>
    Profile,

    /// <summary>All sessions.</summary>
    Global,
}

/// <summary>A key and what it is bound to.</summary>
/// <param name="Key">As the key map has it, in iTerm2's form: <c>0x61-0x40000</c>.</param>
/// <param name="Name">As tmux spells it: <c>C-a</c>. Null for a key that no terminal sends.</param>
/// <param name="Action">iTerm2's number of the action.</param>
/// <param name="Label">For people; null when there is none.</param>
/// <param name="IsShadowed">The profile binds the same key, so this binding is never reached.</param>
/// <param name="IsServed">False: this host cannot do the action, and pressing the key raises an alert.</param>
public sealed record KeyBinding(
    KeyScope Scope, string Key, string? Name, int Action, string ActionName, string Parameter, string? Label, bool IsShadowed, bool IsServed)
{
    internal static KeyBinding Of(ListedKey m) => new(
        m.Scope == ListedKey.Types.Scope.Global ? KeyScope.Global : KeyScope.Profile, m.Key, m.HasName ? m.Name : null, m.Action, m.ActionName,
        m.Parameter, m.HasLabel ? m.Label : null, m.Shadowed, m.Served);
}
