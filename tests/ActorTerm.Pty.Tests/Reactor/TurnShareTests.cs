using ActorTerm.Pty.Reactor;

namespace ActorTerm.Pty.Tests.Reactor;

public sealed class TurnShareTests
{
    [Theory]
    [InlineData(0, 65_536)]
    [InlineData(1, 65_536)]
    [InlineData(2, 32_768)]
    [InlineData(3, 21_845)]
    [InlineData(16, 4_096)]
    [InlineData(1_000, 4_096)]
    public void A_turn_is_the_largest_one_shared_and_never_below_the_smallest(int inTurn, int budget)
    {
        var share = new TurnShare(4_096, 65_536);

        for (int i = 0; i < inTurn; i++) share.Enter();

        Assert.Equal(budget, share.Budget);
    }
}
