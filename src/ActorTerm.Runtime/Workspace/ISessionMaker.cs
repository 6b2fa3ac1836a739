using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Profiles;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Triggers;
using ActorTerm.Runtime.Variables;

namespace ActorTerm.Runtime.Workspace;

/// <summary>Makes the actor of a session; given by Root, which alone knows what a session is made of.</summary>
internal interface ISessionMaker
{
    /// <summary>What every profile has that says nothing else.</summary>
    ProfilesProtocol.Profile DefaultProfile { get; }

    /// <summary>The profiles of the configuration.</summary>
    IReadOnlyList<ProfilesProtocol.ProfileSource> Profiles { get; }

    /// <summary>Reads the triggers of profiles.</summary>
    TriggersProtocol.TriggerReader Triggers { get; }

    /// <param name="termId"><c>wNtNpN:UUID</c>: numbers of window, tab and pane as they will be, from 0.</param>
    Props Make(SessionId id, string termId, SessionsProtocol.SessionStart start, ProfilesProtocol.Profile profile, VariablesProtocol.ScopeHandle scope);
}
