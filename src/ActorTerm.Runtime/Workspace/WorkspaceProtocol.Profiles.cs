using ActorTerm.Language;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Triggers;

namespace ActorTerm.Runtime.Workspace;

// The host's own requests about shared profiles.
public static partial class WorkspaceProtocol
{
    /// <summary>Asks about or changes the triggers that sessions made with a profile from now on have.</summary>
    /// <param name="Profile">Its name.</param>
    /// <param name="Request">
    /// <c>ListTriggers</c>, <c>AddTrigger</c>, <c>EnableTrigger</c> or <c>RemoveTrigger</c> of <see cref="TriggersProtocol"/>; answered as there, or by <see cref="NotFound"/>.
    /// </param>
    public sealed record OfProfile(string Profile, object Request);

    /// <summary>
    /// Takes in profiles that iTerm2 exported: one object, or an object with <c>Profiles</c>. All of them or none. Their triggers are disabled. Answered by
    /// <see cref="Imported"/> or <c>SessionsProtocol.Rejected</c>.
    /// </summary>
    /// <param name="Name">For the only profile in it; null for the name it has.</param>
    public sealed record ImportProfiles(Value Json, string? Name);

    public sealed record Imported(IReadOnlyList<ImportedProfile> Profiles);

    /// <param name="Command">What its sessions run; null for the login shell.</param>
    /// <param name="InitialText">What is typed into its sessions; null for nothing.</param>
    /// <param name="KeyBindings">How many it has.</param>
    /// <param name="Keys">Those of them that run something.</param>
    public sealed record ImportedProfile(
        string Name, string Guid, TriggersProtocol.Triggers Triggers, string? Command, string? InitialText, int KeyBindings, IReadOnlyList<KeysProtocol.KeyBinding> Keys);
}
