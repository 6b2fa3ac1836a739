using System.Collections.Immutable;
using System.Threading.Channels;
using ActorTerm.Protocol;
using ActorTerm.Protocol.Host;

namespace ActorTerm.Client;

/// <summary>
/// Who on this connection hears what. The host is asked once per topic, however many listen to it, and told when the last one leaves.
/// </summary>
internal sealed class SubscriptionHub(Connection connection)
{
    /// <summary>Held while the host is asked, so that its view changes in the order of ours.</summary>
    private readonly SemaphoreSlim _asking = new(1);
    private ImmutableArray<Listener> _listeners = [];
    private volatile ConnectionLostException? _end;

    /// <summary>Keeps what <paramref name="read"/> makes of a notification; null means it is not for this subscription.</summary>
    /// <param name="what">For people, should it overflow: <c>prompts of session 6F96...</c>.</param>
    public async Task<Subscription<T>> AddAsync<T>(string what, IReadOnlyList<Topic> topics, Func<Notification, T?> read, CancellationToken cancel)
        where T : class
    {
        var limit = connection.Options.NotificationQueue;
        var items = Channel.CreateBounded<T>(new BoundedChannelOptions(limit) { SingleWriter = false });
        var listener = new Listener(
            topics,
            notification =>
            {
                if (read(notification) is { } item && !items.Writer.TryWrite(item))
                    items.Writer.TryComplete(new SubscriptionOverflowException(what, limit));
            },
            end => items.Writer.TryComplete(end));
        await ListenAsync(listener, cancel);
        return new Subscription<T>(items.Reader.ReadAllAsync(CancellationToken.None), () => LeaveAsync(listener));
    }

    /// <summary>Adds a listener and asks the host for those of its topics that nobody heard so far.</summary>
    /// <exception cref="RequestFailedException">The host does not know the session, for instance.</exception>
    public async Task ListenAsync(Listener listener, CancellationToken cancel)
    {
        await _asking.WaitAsync(cancel);
        var before = Topics();
        // First here, then there: what the host sends right after its answer must find somebody.
        ImmutableInterlocked.Update(ref _listeners, (all, one) => all.Add(one), listener);
        try
        {
            await AskAsync(before, Topics(), cancel);
            if (_end is not null) throw new ConnectionLostException(_end.Message, _end);
        }
        catch
        {
            var asked = Topics();
            Forget(listener);
            await TakeBackAsync(asked, Topics());
            throw;
        }
        finally
        {
            _asking.Release();
        }
    }

    public async ValueTask LeaveAsync(Listener listener)
    {
        await _asking.WaitAsync();
        try
        {
            var before = Topics();
            Forget(listener);
            listener.End(null);
            await TakeBackAsync(before, Topics());
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>On the reading task.</summary>
    public void Route(Notification notification)
    {
        foreach (var listener in _listeners) listener.Hear(notification);
    }

    public void End(ConnectionLostException end)
    {
        _end = end;
        foreach (var listener in _listeners) listener.End(end);
    }

    private void Forget(Listener listener) => ImmutableInterlocked.Update(ref _listeners, (all, one) => all.Remove(one), listener);

    private ImmutableHashSet<Topic> Topics() => [.. _listeners.SelectMany(listener => listener.Topics)];

    private async Task AskAsync(ImmutableHashSet<Topic> before, ImmutableHashSet<Topic> after, CancellationToken cancel)
    {
        foreach (var topic in after.Except(before).OfType<Topic.Api>()) await AskAsync(topic, true, cancel);
        foreach (var topic in before.Except(after).OfType<Topic.Api>()) await AskAsync(topic, false, cancel);
        var (hostBefore, hostAfter) = (before.Where(IsHosts).ToImmutableHashSet(), after.Where(IsHosts).ToImmutableHashSet());
        if (hostBefore.SetEquals(hostAfter)) return;
        var wanted = new SubscribeRequest { Alerts = hostAfter.OfType<Topic.Alerts>().Any() };
        wanted.EventKinds.AddRange(hostAfter.OfType<Topic.Events>().Select(events => events.Kind).Order(StringComparer.Ordinal));
        await connection.RequestAsync(new HostRequest { Subscribe = wanted }, cancel);
    }

    private async Task AskAsync(Topic.Api topic, bool subscribe, CancellationToken cancel)
    {
        var request = new ClientOriginatedMessage { NotificationRequest = topic.ToRequest(subscribe) };
        var status = (await connection.RequestAsync(request, cancel)).NotificationResponse.Status;
        if (status is NotificationResponse.Types.Status.AlreadySubscribed or NotificationResponse.Types.Status.NotSubscribed) return;
        Answer.Check(status, NotificationResponse.Types.Status.Ok, subscribe ? "subscribe" : "unsubscribe", $"{Answer.Word(topic.Kind)} of {topic.Session}");
    }

    private async Task TakeBackAsync(ImmutableHashSet<Topic> before, ImmutableHashSet<Topic> after)
    {
        try
        {
            await AskAsync(before, after, CancellationToken.None);
        }
        catch (ActorTermException)
        {
            // The connection is over, or the session is: either way the host sends no more.
        }
    }

    private static bool IsHosts(Topic topic) => topic is Topic.Alerts or Topic.Events;
}

/// <param name="Hear">Called on the reading task for every notification; must not wait.</param>
/// <param name="End">Called once or more; with null when the script left.</param>
internal sealed record Listener(IReadOnlyList<Topic> Topics, Action<Notification> Hear, Action<Exception?> End);
