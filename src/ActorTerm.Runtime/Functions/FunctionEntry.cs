using System.Collections.Immutable;
using ActorTerm.Language;

namespace ActorTerm.Runtime.Functions;

/// <summary>One registration, checked.</summary>
/// <param name="defaults">Beside each argument of the signature, the variable that stands in for it; null where there is none.</param>
internal sealed class FunctionEntry(
    FunctionsProtocol.Registration registration, FunctionSignature signature, ImmutableArray<VariablePath?> defaults, TimeSpan timeout)
{
    public FunctionsProtocol.Registration Registration { get; } = registration;

    public FunctionSignature Signature { get; } = signature;

    /// <summary>The signature's last name, without name space: all a script knows.</summary>
    public string NameForScript { get; } = signature.Name;

    public ImmutableArray<VariablePath?> Defaults { get; } = defaults;

    public TimeSpan Timeout { get; } = timeout;

    /// <summary>The connection's actor.</summary>
    public IActorRef Owner => Registration.Owner;

    public string OwnerName => Registration.OwnerName;

    public DateTimeOffset RegisteredAt { get; init; }

    public FunctionStatistics Statistics { get; } = new();
}
