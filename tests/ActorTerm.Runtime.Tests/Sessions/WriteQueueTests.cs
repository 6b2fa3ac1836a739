using System.Text;
using ActorTerm.Runtime.Sessions;

namespace ActorTerm.Runtime.Tests.Sessions;

public sealed class WriteQueueTests
{
    private readonly WriteQueue _queue = new(softBytes: 4, hardBytes: 8);

    [Fact]
    public void Bytes_come_out_in_the_order_they_went_in_whatever_is_taken_at_a_time()
    {
        _queue.TryAdd("abc"u8.ToArray());
        _queue.TryAdd("de"u8.ToArray());

        var taken = new StringBuilder();
        while (!_queue.IsEmpty)
        {
            taken.Append((char)_queue.Peek().Span[0]);
            _queue.Taken(1);
        }

        Assert.Equal("abcde", taken.ToString());
    }

    [Fact]
    public void At_the_hard_bound_all_of_a_write_is_refused_and_the_rest_stays()
    {
        Assert.True(_queue.TryAdd("12345"u8.ToArray()));

        Assert.False(_queue.TryAdd("6789"u8.ToArray()));

        Assert.Equal(5, _queue.Length);
        Assert.True(_queue.TryAdd("678"u8.ToArray()));
    }

    [Fact]
    public void Above_the_soft_bound_it_says_so_until_it_has_drained()
    {
        _queue.TryAdd("12345"u8.ToArray());
        Assert.True(_queue.IsOverSoftBound);

        _queue.Taken(1);

        Assert.False(_queue.IsOverSoftBound);
    }

    [Fact]
    public void An_empty_write_takes_no_place()
    {
        Assert.True(_queue.TryAdd(default));

        Assert.True(_queue.IsEmpty);
        Assert.True(_queue.Peek().IsEmpty);
    }
}
