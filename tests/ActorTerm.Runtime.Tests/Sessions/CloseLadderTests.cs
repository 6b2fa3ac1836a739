using ActorTerm.Runtime.Sessions;

namespace ActorTerm.Runtime.Tests.Sessions;

public sealed class CloseLadderTests
{
    [Fact]
    public void It_asks_then_kills_then_lets_go_each_once()
    {
        var grace = TimeSpan.FromSeconds(5);
        var ladder = new CloseLadder(grace);

        Assert.Equal((CloseLadder.Step.HangUp, grace), ladder.Next());
        Assert.Equal((CloseLadder.Step.Kill, grace), ladder.Next());
        Assert.Equal((CloseLadder.Step.LetGo, TimeSpan.Zero), ladder.Next());
        Assert.Null(ladder.Next());
    }
}
