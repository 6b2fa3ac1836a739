using ActorTerm.Pty;
using ActorTerm.Runtime.Coprocesses;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Invocations;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Profiles;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Triggers;
using ActorTerm.Runtime.Variables;
using ActorTerm.Runtime.Workspace;

namespace ActorTerm.Runtime.Root;

/// <summary>What a session is made of.</summary>
internal sealed class SessionMaker(
    IPtyHost ptys,
    IActorRef monitors,
    IActorRef alerts,
    IActorRef invocations,
    KeysProtocol.HostKeys keys,
    Func<IActorRef, ILoggingAdapter, InvocationsProtocol.LiveStrings> strings,
    RuntimeSettings settings,
    TriggersProtocol.TriggerReader triggers,
    SessionsProtocol.OutputWatcherMaker? watchers = null) : ISessionMaker
{
    public TriggersProtocol.TriggerReader Triggers => triggers;

    public ProfilesProtocol.Profile DefaultProfile { get; } = ProfilesProtocol.Profile.DefaultOf(
        settings.Sessions.Terminal.Columns, settings.Sessions.Terminal.Rows, settings.Sessions.Term, settings.Sessions.Terminal.ScrollbackLines);

    public IReadOnlyList<ProfilesProtocol.ProfileSource> Profiles => settings.Profiles;

    private Props MakeCoprocess(CoprocessesProtocol.CoprocessBirth birth) =>
        Actor.Of(() => new CoprocessActor(birth, ptys, settings.Coprocesses));

    public Props Make(
        SessionId id, string termId, SessionsProtocol.SessionStart start, ProfilesProtocol.Profile profile, VariablesProtocol.ScopeHandle scope)
    {
        var variables = new SessionVariables(new VariablesProtocol.ScopeOwner(scope, monitors, settings.Variables));
        return Actor.Of(() => new SessionActor(
            id, start, termId, profile, variables, strings, ptys, alerts, MakeCoprocess, watchers, invocations, keys, settings.Sessions));
    }
}
