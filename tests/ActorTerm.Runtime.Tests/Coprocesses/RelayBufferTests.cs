using ActorTerm.Runtime.Coprocesses;

namespace ActorTerm.Runtime.Tests.Coprocesses;

public class RelayBufferTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Bytes_come_out_as_they_went_in_however_they_are_cut(int seed)
    {
        var random = new Random(seed);
        var buffer = new RelayBuffer();
        var given = new List<byte>();
        var taken = new List<byte>();
        while (given.Count < 1_000_000)
        {
            var bytes = new byte[random.Next(1, random.Next(2) == 0 ? 40 : 70_000)];
            random.NextBytes(bytes);
            buffer.Add(bytes);
            given.AddRange(bytes);
            while (!buffer.IsEmpty && random.Next(3) > 0)
            {
                var some = random.Next(1, buffer.Peek().Length + 1);
                taken.AddRange(buffer.Peek()[..some]);
                buffer.Taken(some);
            }

            Assert.Equal(given.Count - taken.Count, buffer.Length);
        }

        while (!buffer.IsEmpty)
        {
            taken.AddRange(buffer.Peek());
            buffer.Taken(buffer.Peek().Length);
        }

        Assert.True(given.SequenceEqual(taken), $"other bytes came out, seed {seed}");
        Assert.True(buffer.Peek().IsEmpty);
    }

    [Fact]
    public void What_is_cleared_is_gone()
    {
        var buffer = new RelayBuffer();
        buffer.Add("old"u8);

        buffer.Clear();
        buffer.Add("new"u8);

        Assert.Equal("new"u8.ToArray(), buffer.Peek().ToArray());
        Assert.Equal(3, buffer.Length);
    }
}
