using System.Numerics;

namespace ActorTerm.Runtime.Triggers;

/// <summary>How long a pattern took, in powers of two of microseconds.</summary>
internal sealed class DurationHistogram
{
    private const int Buckets = 20;      // the last from a quarter of a second on

    private readonly long[] _counts = new long[Buckets];

    public IReadOnlyList<long> Counts => [.. _counts];

    public void Add(TimeSpan time) => _counts[Math.Min(Buckets - 1, BitOperations.Log2((ulong)time.TotalMicroseconds) + (time.TotalMicroseconds < 1 ? 0 : 1))]++;
}
