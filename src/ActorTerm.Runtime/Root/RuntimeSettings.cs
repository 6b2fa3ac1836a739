using ActorTerm.Language;
using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Connections;
using ActorTerm.Runtime.Coprocesses;
using ActorTerm.Runtime.Functions;
using ActorTerm.Runtime.Invocations;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Profiles;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Triggers;
using ActorTerm.Runtime.Variables;
using ActorTerm.Runtime.Workspace;

namespace ActorTerm.Runtime.Root;

/// <summary>Every setting of the runtime, one record per feature, read once at the start.</summary>
public sealed record RuntimeSettings
{
    public WorkspaceSettings Workspace { get; init; } = new();

    public SessionSettings Sessions { get; init; } = new();

    public VariableSettings Variables { get; init; } = new();

    public FunctionSettings Functions { get; init; } = new();

    public InvocationSettings Invocations { get; init; } = new();

    public ConnectionSettings Connections { get; init; } = new();

    public KeysProtocol.KeySettings Keys { get; init; } = new();

    /// <summary>The profiles of the configuration.</summary>
    public IReadOnlyList<ProfilesProtocol.ProfileSource> Profiles { get; init; } = [];

    public AlertSettings Alerts { get; init; } = new();

    public CoprocessSettings Coprocesses { get; init; } = new();

    public TriggerSettings Triggers { get; init; } = new();
}
