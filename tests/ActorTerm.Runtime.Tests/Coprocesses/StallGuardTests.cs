using ActorTerm.Runtime.Coprocesses;

namespace ActorTerm.Runtime.Tests.Coprocesses;

public class StallGuardTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;
    private readonly StallGuard _guard = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30));

    [Fact]
    public void Nothing_is_wrong_while_the_relay_has_room()
    {
        _guard.See(isFull: false, isWithheld: true, Start);

        Assert.Null(_guard.Deadline);
    }

    [Fact]
    public void A_full_relay_may_stay_so_for_the_full_time_counted_from_when_it_became_full()
    {
        _guard.See(isFull: true, isWithheld: false, Start);
        _guard.See(isFull: true, isWithheld: false, Start.AddSeconds(9));

        Assert.Equal(Start.AddSeconds(30), _guard.Deadline);
        Assert.False(_guard.IsCycle);
    }

    [Fact]
    public void A_cycle_may_last_for_the_cycle_time_counted_from_when_both_were_so()
    {
        _guard.See(isFull: true, isWithheld: false, Start);
        _guard.See(isFull: true, isWithheld: true, Start.AddSeconds(9));
        _guard.See(isFull: true, isWithheld: true, Start.AddSeconds(10));

        Assert.Equal(Start.AddSeconds(11), _guard.Deadline);
        Assert.True(_guard.IsCycle);
    }

    [Fact]
    public void A_cycle_that_begins_just_before_the_full_time_is_over_does_not_lengthen_it()
    {
        _guard.See(isFull: true, isWithheld: false, Start);
        _guard.See(isFull: true, isWithheld: true, Start.AddSeconds(29));

        Assert.Equal(Start.AddSeconds(30), _guard.Deadline);
    }

    [Fact]
    public void A_byte_that_is_read_starts_all_anew()
    {
        _guard.See(isFull: true, isWithheld: true, Start);
        _guard.See(isFull: false, isWithheld: true, Start.AddSeconds(1));
        _guard.See(isFull: true, isWithheld: true, Start.AddSeconds(2));

        Assert.Equal(Start.AddSeconds(4), _guard.Deadline);
    }

    [Fact]
    public void A_shorter_full_time_counts_from_when_it_was_made_shorter()
    {
        _guard.See(isFull: true, isWithheld: false, Start);

        _guard.Shorten(TimeSpan.FromSeconds(5), Start.AddSeconds(20));
        Assert.Equal(Start.AddSeconds(25), _guard.Deadline);
        _guard.See(isFull: false, isWithheld: false, Start.AddSeconds(21));
        _guard.See(isFull: true, isWithheld: false, Start.AddSeconds(22));

        Assert.Equal(Start.AddSeconds(27), _guard.Deadline);
    }

    [Fact]
    public void What_was_typed_ends_a_cycle_but_not_the_full_relay()
    {
        _guard.See(isFull: true, isWithheld: true, Start);
        _guard.See(isFull: true, isWithheld: false, Start.AddSeconds(1));

        Assert.Equal(Start.AddSeconds(30), _guard.Deadline);
    }
}
