using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Workspace;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Runtime.Connections;

/// <summary>What one script asked to be told, and what follows from it for each session: every event once, however many subscriptions match.</summary>
internal sealed class Subscriptions
{
    private readonly Dictionary<Subscription, SessionTarget?> _all = [];

    public int Count => _all.Count;

    public bool Contains(Subscription subscription) => _all.ContainsKey(subscription);

    /// <param name="resolved">The session meant by a <see cref="SessionTopic"/>: what <c>active</c> was when it was asked.</param>
    public void Add(Subscription subscription, SessionTarget? resolved = null) => _all[subscription] = resolved;

    /// <summary>Takes a subscription out; null when there was none, and otherwise what <see cref="Add"/> was told.</summary>
    public bool Remove(Subscription subscription, out SessionTarget? resolved) => _all.Remove(subscription, out resolved);

    /// <summary>What is heard of the tree: of all profiles, if of any.</summary>
    public WorkspaceProtocol.TreeEvents Tree => _all.Keys.Aggregate(WorkspaceProtocol.TreeEvents.None, (sum, one) => sum | one switch
    {
        TreeTopic tree => tree.Event,
        ProfileTopic => WorkspaceProtocol.TreeEvents.Profiles,
        _ => WorkspaceProtocol.TreeEvents.None,
    });

    /// <summary>What is heard of every session.</summary>
    public SessionsProtocol.SessionEvents OfAll => Sum(target => target.IsAll);

    /// <summary>What is heard of one session, counting what is heard of all.</summary>
    public SessionsProtocol.SessionEvents Of(SessionId session) => OfAll | Sum(target => target.IsOne && target.Id == session);

    /// <summary>The sessions named by some subscription.</summary>
    public IEnumerable<SessionId> Named =>
        _all.Values.Where(target => target is { IsOne: true }).Select(target => target!.Value.Id).Distinct();

    private SessionsProtocol.SessionEvents Sum(Predicate<SessionTarget> means) => _all
        .Where(entry => entry.Value is { } target && means(target))
        .Aggregate(SessionsProtocol.SessionEvents.None, (sum, entry) => sum | ((SessionTopic)entry.Key).Events);
}
