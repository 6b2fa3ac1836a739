using System.Runtime.InteropServices;
using ActorTerm.Language;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Variables;

/// <summary>
/// Who waits for which variable. Each monitor is resolved to the scope its path leads to now, and stands in two indexes: by that variable,
/// and by every scope whose contexts the path goes through, so that a change costs what it concerns and nothing more.
/// </summary>
/// <typeparam name="TSubscriber">Only compared.</typeparam>
internal sealed class MonitorTable<TSubscriber> where TSubscriber : notnull
{
    private readonly Dictionary<TSubscriber, Dictionary<object, Subscription>> _subscribers = [];
    private readonly Dictionary<ScopeHandle, Few<Watch>> _open = [];
    private readonly Dictionary<ScopeKind, Few<Subscription>> _ofAll = [];
    private readonly Dictionary<(ScopeHandle, string), Few<Watch>> _byVariable = [];
    private readonly Dictionary<ScopeHandle, Few<Watch>> _byScopeOnPath = [];

    /// <summary>Something a subscriber is to be told.</summary>
    internal readonly record struct Notice(TSubscriber Subscriber, object Message);

    /// <summary>Monitors; one for all scopes of a kind counts once.</summary>
    public int Count { get; private set; }

    public bool Contains(TSubscriber subscriber, object tag) => _subscribers.TryGetValue(subscriber, out var own) && own.ContainsKey(tag);

    /// <summary>False when a variable would then depend on itself; nothing was added. Nothing comes of a monitor on a scope that was closed.</summary>
    public bool Add(TSubscriber subscriber, object tag, ScopeHandle scope, string name, IReadOnlyList<VariableKey>? feeds = null)
    {
        Remove(subscriber, tag);
        if (scope.IsClosed) return true;
        if (feeds is not null && Reaches(feeds, new MonitoredPath(scope, name))) return false;

        Open(scope);
        PutOn(scope, Keep(new Subscription(subscriber, tag, name, allOf: null, feeds)));
        return true;
    }

    public void AddAll(TSubscriber subscriber, object tag, ScopeKind kind, string name)
    {
        Remove(subscriber, tag);
        var subscription = Keep(new Subscription(subscriber, tag, name, kind, feeds: null));
        Index(_ofAll, kind, subscription);
        foreach (var scope in _open.Keys.Where(scope => scope.Kind == kind).ToList()) PutOn(scope, subscription);
    }

    public void Remove(TSubscriber subscriber, object tag)
    {
        if (!_subscribers.TryGetValue(subscriber, out var own) || !own.Remove(tag, out var subscription)) return;

        if (own.Count == 0) _subscribers.Remove(subscriber);
        if (subscription.AllOf is { } kind) Unindex(_ofAll, kind, subscription);
        foreach (var watch in subscription.Watches.ToArray())
        {
            Displace(watch);
            OpenFor(watch.Scope).Remove(watch);
        }

        Count--;
    }

    public void RemoveAll(TSubscriber subscriber)
    {
        if (!_subscribers.TryGetValue(subscriber, out var own)) return;

        foreach (var tag in own.Keys.ToList()) Remove(subscriber, tag);
    }

    /// <summary>A new scope: monitors for all of its kind hear of it from now on. A second time changes nothing.</summary>
    public void Open(ScopeHandle scope)
    {
        if (!_open.TryAdd(scope, default) || !_ofAll.TryGetValue(scope.Kind, out var subscriptions)) return;

        foreach (var subscription in subscriptions.ToArray()) PutOn(scope, subscription);
    }

    /// <summary>Forgets the scope and the monitors put on it. Those put on others, whose path leads here, stay until that path is rewired.</summary>
    public void Close(ScopeHandle scope)
    {
        if (!_open.TryGetValue(scope, out var watches)) return;

        foreach (var watch in watches.ToArray())
        {
            var subscription = watch.Subscription;
            if (subscription.AllOf is null)
            {
                Remove(subscription.Subscriber, subscription.Tag);
                continue;
            }

            Displace(watch);
            subscription.Watches.Remove(watch);
        }

        _open.Remove(scope);
    }

    /// <summary>One variable changed; <paramref name="version"/> is that of the scope's map just after.</summary>
    public IEnumerable<Notice> Changed(ScopeHandle scope, string name, Value value, long version)
    {
        if (!_byVariable.TryGetValue((scope, name), out var watches)) yield break;

        for (var i = 0; i < watches.Count; i++)
            if (version > watches[i].HeardVersion) yield return watches[i].Notice(value);
    }

    /// <summary>A context of this scope now stands for another: paths through it lead elsewhere.</summary>
    public IEnumerable<Notice> Rewired(ScopeHandle scope)
    {
        if (!_byScopeOnPath.TryGetValue(scope, out var watches)) yield break;

        foreach (var watch in watches.ToArray())
        {
            var path = new MonitoredPath(watch.Scope, watch.Subscription.Name);
            if (path.LeadsAs(watch.Path)) continue;

            Displace(watch);
            Place(watch, path);
            var subscription = watch.Subscription;
            if (subscription.Feeds is { } feeds && Reaches(feeds, path))
            {
                Remove(subscription.Subscriber, subscription.Tag);
                yield return new Notice(subscription.Subscriber, new CycleDetected(subscription.Tag));
            }
            else
            {
                yield return watch.Notice(watch.Hear());
            }
        }
    }

    /// <summary>Whether a change of one of <paramref name="start"/> comes, from subscriber to subscriber, to the variable at the end of the path.</summary>
    private bool Reaches(IReadOnlyList<VariableKey> start, MonitoredPath end)
    {
        var seen = new HashSet<VariableKey>();
        var open = new Stack<VariableKey>(start);
        while (open.TryPop(out var key))
        {
            if (key.Scope == end.Leaf && key.Name == end.LeafName) return true;
            if (!seen.Add(key) || !_byVariable.TryGetValue((key.Scope, key.Name), out var watches)) continue;

            for (var i = 0; i < watches.Count; i++)
            {
                foreach (var next in watches[i].Subscription.Feeds ?? []) open.Push(next);
            }
        }

        return false;
    }

    private Subscription Keep(Subscription subscription)
    {
        ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(_subscribers, subscription.Subscriber, out _);
        (own ??= []).Add(subscription.Tag, subscription);
        Count++;
        return subscription;
    }

    private void PutOn(ScopeHandle scope, Subscription subscription)
    {
        var watch = new Watch(subscription, scope);
        subscription.Watches.Add(watch);
        OpenFor(scope).Add(watch);
        Place(watch, new MonitoredPath(scope, subscription.Name));
    }

    private void Place(Watch watch, MonitoredPath path)
    {
        watch.Path = path;
        foreach (var scope in path.Through) Index(_byScopeOnPath, scope, watch);
        if (path.Leaf is { } leaf) Index(_byVariable, (leaf, path.LeafName), watch);
    }

    private void Displace(Watch watch)
    {
        foreach (var scope in watch.Path.Through) Unindex(_byScopeOnPath, scope, watch);
        if (watch.Path.Leaf is { } leaf) Unindex(_byVariable, (leaf, watch.Path.LeafName), watch);
    }

    private ref Few<Watch> OpenFor(ScopeHandle scope) => ref CollectionsMarshal.GetValueRefOrNullRef(_open, scope);

    private static void Index<TKey, TItem>(Dictionary<TKey, Few<TItem>> index, TKey key, TItem item) where TKey : notnull where TItem : class =>
        CollectionsMarshal.GetValueRefOrAddDefault(index, key, out _).Add(item);

    private static void Unindex<TKey, TItem>(Dictionary<TKey, Few<TItem>> index, TKey key, TItem item) where TKey : notnull where TItem : class
    {
        ref var items = ref CollectionsMarshal.GetValueRefOrNullRef(index, key);
        items.Remove(item);
        if (items.Count == 0) index.Remove(key);
    }

    private sealed class Subscription(TSubscriber subscriber, object tag, string name, ScopeKind? allOf, IReadOnlyList<VariableKey>? feeds)
    {
        public TSubscriber Subscriber { get; } = subscriber;

        public object Tag { get; } = tag;

        public string Name { get; } = name;

        public ScopeKind? AllOf { get; } = allOf;

        public IReadOnlyList<VariableKey>? Feeds { get; } = feeds;

        public Few<Watch> Watches;
    }

    /// <summary>A subscription in one scope.</summary>
    private sealed class Watch(Subscription subscription, ScopeHandle scope)
    {
        private long _heard;

        public Subscription Subscription { get; } = subscription;

        public ScopeHandle Scope { get; } = scope;

        public MonitoredPath Path { get; set; } = null!;

        /// <summary>Changes up to this version of the leaf's map were told already, as one, when it came into view.</summary>
        public long HeardVersion => _heard;

        /// <summary>Reads the variable as it is now.</summary>
        public Value Hear()
        {
            var map = Path.Leaf?.Variables ?? VariableMap.Empty;
            _heard = map.Version;
            map.TryGet(Path.LeafName, out var value);
            return value;
        }

        public Notice Notice(Value value) =>
            new(Subscription.Subscriber, new VariableChanged(Scope.Kind, Scope.Identifier, Subscription.Name, value, Subscription.Tag));
    }
}
