using ActorTerm.Pty.Reactor;

namespace ActorTerm.Pty.Tests.Reactor;

public sealed class ReactorSlotsTests
{
    [Fact]
    public void A_key_finds_its_client_on_every_channel_until_it_is_released()
    {
        var slots = new ReactorSlots();
        var client = new Client();

        ulong key = slots.Take(client);

        Assert.NotEqual(0ul, key);
        Assert.Same(client, slots.Find(key));
        Assert.Same(client, slots.Find(key + 3));
        Assert.Equal((0, 3), (ReactorSlots.ChannelOf(key), ReactorSlots.ChannelOf(key + 3)));
        slots.Release(key);
        Assert.Null(slots.Find(key));
    }

    [Fact]
    public void A_slot_taken_again_is_not_found_by_the_old_key()
    {
        var slots = new ReactorSlots();
        ulong old = slots.Take(new Client());
        slots.Release(old);
        var client = new Client();

        ulong key = slots.Take(client);
        slots.Release(old);                          // releasing twice does not touch who came after

        Assert.Null(slots.Find(old));
        Assert.Same(client, slots.Find(key));
    }

    [Fact]
    public void A_key_nobody_took_finds_nobody()
    {
        Assert.Null(new ReactorSlots().Find(0));
        Assert.Null(new ReactorSlots().Find(1ul << 32));
        Assert.Null(new ReactorSlots().Find(ulong.MaxValue));
    }

    [Fact]
    public void Random_takes_and_releases_keep_clients_apart()
    {
        var random = new Random(1);
        var slots = new ReactorSlots();
        var taken = new Dictionary<ulong, Client>();
        var released = new List<ulong>();
        for (int step = 0; step < 20_000; step++)
        {
            if (taken.Count == 0 || random.Next(5) < 3 && taken.Count < 500)
            {
                var client = new Client();
                taken.Add(slots.Take(client), client);
            }
            else
            {
                ulong key = taken.Keys.ElementAt(random.Next(taken.Count));
                slots.Release(key);
                taken.Remove(key);
                released.Add(key);
            }

            var (known, expected) = taken.Count == 0 ? default : taken.ElementAt(random.Next(taken.Count));
            if (expected is not null) Assert.Same(expected, slots.Find(known));
            if (released.Count > 0) Assert.Null(slots.Find(released[random.Next(released.Count)]));
        }
    }

    private sealed class Client : IReactorClient
    {
        public void Signalled(int channel, uint events)
        {
        }

        public void Woken()
        {
        }

        public void Due()
        {
        }
    }
}
