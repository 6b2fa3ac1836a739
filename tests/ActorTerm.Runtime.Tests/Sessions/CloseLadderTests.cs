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

    [Fact]
    public void It_never_takes_longer_than_it_says()
    {
        var grace = TimeSpan.FromSeconds(7);
        var ladder = new CloseLadder(grace);

        var whole = TimeSpan.Zero;
        while (ladder.Next() is { } rung) whole += rung.Wait;

        Assert.Equal(CloseLadder.Longest(grace), whole);
    }
}
