using ActorTerm.Runtime.Identities;

namespace ActorTerm.Runtime.Invocations;

/// <summary>
/// Invocations in flight by their identity. Identities count up, so their low bits spread them evenly over the buckets; each invocation holds
/// the link to the next in its bucket, so that adding and removing allocate nothing.
/// </summary>
internal sealed class OpenInvocations
{
    private const int FirstSize = 256;
    private const int KeptSize = 4_096;

    private OpenInvocation?[] _buckets = new OpenInvocation?[FirstSize];
    private int _most;   // since there was none

    public int Count { get; private set; }

    /// <summary>Invocations there is room for now. A burst leaves its room to the next, until one was content with less.</summary>
    public int Capacity => _buckets.Length;

    public OpenInvocation? Find(InvocationId id)
    {
        for (var open = BucketOf(id); open is not null; open = open.NextInBucket)
            if (open.Id == id) return open;
        return null;
    }

    /// <param name="open">Its identity is not in here.</param>
    public void Add(OpenInvocation open)
    {
        if (Count == _buckets.Length) Grow();
        Link(open);
        _most = Math.Max(_most, ++Count);
    }

    /// <param name="open">Is in here.</param>
    public void Remove(OpenInvocation open)
    {
        ref var link = ref BucketOf(open.Id);
        while (link != open) link = ref link!.NextInBucket;
        link = open.NextInBucket;
        open.NextInBucket = null;
        if (--Count == 0) BeginAgain();
    }

    public IEnumerable<OpenInvocation> All()
    {
        foreach (var first in _buckets)
            for (var open = first; open is not null; open = open.NextInBucket) yield return open;
    }

    private void BeginAgain()
    {
        if (_buckets.Length > KeptSize && _most <= KeptSize) _buckets = new OpenInvocation?[FirstSize];
        _most = 0;
    }

    private void Grow()
    {
        OpenInvocation[] all = [.. All()];
        _buckets = new OpenInvocation?[_buckets.Length * 2];
        foreach (var open in all) Link(open);
    }

    private void Link(OpenInvocation open)
    {
        ref var bucket = ref BucketOf(open.Id);
        open.NextInBucket = bucket;
        bucket = open;
    }

    private ref OpenInvocation? BucketOf(InvocationId id) => ref _buckets[(int)id.Number & (_buckets.Length - 1)];
}
