using ActorTerm.Protocol;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Api.Translation;

/// <summary>Requests about which sessions type together.</summary>
internal static class BroadcastRequests
{
    public static object Get(long id) => Answers.AskWorkspace(id, new GetBroadcast(), (answer, reply) =>
    {
        answer.GetBroadcastDomainsResponse = new GetBroadcastDomainsResponse();
        answer.GetBroadcastDomainsResponse.BroadcastDomains.AddRange(ToDomains(((BroadcastDomains)reply).Domains));
    });

    public static object Set(long id, SetBroadcastDomainsRequest m)
    {
        var domains = m.BroadcastDomains.Select(domain => (IReadOnlyList<SessionTarget?>)[.. domain.SessionIds.Select(Ids.Target)]).ToList();
        return Answers.AskWorkspace(id, new SetBroadcast(domains), (answer, reply) => answer.SetBroadcastDomainsResponse = new SetBroadcastDomainsResponse
        {
            Status = reply switch
            {
                BroadcastRefused { Why: BroadcastRefusal.NoSuchSession } => SetBroadcastDomainsResponse.Types.Status.SessionNotFound,
                BroadcastRefused { Why: BroadcastRefusal.NotDisjoint } => SetBroadcastDomainsResponse.Types.Status.BroadcastDomainsNotDisjoint,
                BroadcastRefused => SetBroadcastDomainsResponse.Types.Status.SessionsNotInSameWindow,
                _ => SetBroadcastDomainsResponse.Types.Status.Ok,
            },
        });
    }

    public static IEnumerable<BroadcastDomain> ToDomains(IReadOnlyList<IReadOnlyList<SessionId>> domains) => domains.Select(sessions =>
    {
        var domain = new BroadcastDomain();
        domain.SessionIds.AddRange(sessions.Select(session => session.ToString()));
        return domain;
    });
}
