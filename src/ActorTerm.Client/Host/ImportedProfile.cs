namespace ActorTerm.Client;

/// <summary>A profile that was taken in, and all of it that can run something.</summary>
/// <param name="Triggers">Disabled, until somebody enables them.</param>
/// <param name="Command">What sessions made with it run; null for the login shell.</param>
/// <param name="InitialText">What is typed into them; null for nothing.</param>
/// <param name="KeyBindings">How many it has.</param>
/// <param name="Keys">Those of them that run something: a coprocess, functions, a sequence of actions.</param>
public sealed record ImportedProfile(
    string Name, string Guid, IReadOnlyList<TriggerInfo> Triggers, string? Command, string? InitialText, int KeyBindings, IReadOnlyList<KeyBinding> Keys)
{
    internal static ImportedProfile Of(Protocol.Host.ImportedProfile wire) => new(
        wire.Name, wire.Guid, [.. wire.Triggers.Select(TriggerInfo.Of)], wire.HasCommand ? wire.Command : null, wire.HasInitialText ? wire.InitialText : null,
        wire.KeyBindings, [.. wire.Keys.Select(KeyBinding.Of)]);
}
