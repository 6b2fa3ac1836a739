using System.Collections.Immutable;
using ActorTerm.Language;

namespace ActorTerm.Runtime.Functions;

/// <summary>One registration, checked.</summary>
/// <param name="defaults">Beside each argument of the signature, the variable that stands in for it; null where there is none.</param>
/// <param name="owner">The connection's actor.</param>
internal sealed class FunctionEntry(
    FunctionSignature signature, ImmutableArray<VariablePath?> defaults, TimeSpan timeout, IActorRef owner, string ownerName)
{
    public FunctionSignature Signature { get; } = signature;

    /// <summary>The signature's last name, without name space: all a script knows.</summary>
    public string NameForScript { get; } = signature.Name;

    public ImmutableArray<VariablePath?> Defaults { get; } = defaults;

    public TimeSpan Timeout { get; } = timeout;

    public IActorRef Owner { get; } = owner;

    public string OwnerName { get; } = ownerName;

    public FunctionStatistics Statistics { get; } = new();
}
