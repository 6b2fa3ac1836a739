using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Variables;

namespace ActorTerm.Runtime.Workspace;

/// <summary>What the workspace knows of one of its sessions.</summary>
internal sealed class LiveSession(IActorRef actor, VariablesProtocol.ScopeHandle scope, SessionsProtocol.SessionStart start)
{
    /// <summary>As it was asked for.</summary>
    public SessionsProtocol.SessionStart Start { get; } = start;

    public IActorRef Actor { get; } = actor;

    public VariablesProtocol.ScopeHandle Scope { get; } = scope;

    /// <summary>What the session last told of itself; null until its program runs.</summary>
    public SessionsProtocol.SessionInfo? Info { get; set; }

    /// <summary>Scripts were told that its program ended; said once per start.</summary>
    public bool TerminationTold { get; set; }
}
