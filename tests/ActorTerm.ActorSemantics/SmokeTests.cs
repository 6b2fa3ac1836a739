namespace ActorTerm.ActorSemantics;

public sealed class SmokeTests : VirtualTimeKit
{
    private sealed class Echo : ReceiveActor
    {
        public Echo()
        {
            Receive<string>(s => s == "boom", _ => throw new InvalidOperationException("boom"));
            Receive<string>(s => Sender.Tell(s + "!"));
            ReceiveAsync<int>(async n =>
            {
                await Task.Yield();
                Sender.Tell(n + 1);
            });
        }
    }

    private sealed class Ticker : ReceiveActor, IWithTimers
    {
        public Ticker(IActorRef to)
        {
            Receive<string>(_ => Timers.StartPeriodicTimer("k", 1, TimeSpan.FromSeconds(1)));
            Receive<int>(n => to.Tell(n));
        }

        public ITimerScheduler Timers { get; set; } = null!;
    }

    [Fact]
    public void Answers()
    {
        var echo = Sys.ActorOf(A.Of(() => new Echo()));
        echo.Tell("a");
        ExpectMsg("a!");
        echo.Tell("boom");
        echo.Tell(3);
        echo.Tell("b");
        ExpectMsg(4);
        ExpectMsg("b!");
        Watch(echo);
        Sys.Stop(echo);
        ExpectTerminated(echo);
    }

    [Fact]
    public async Task Asks()
    {
        var echo = Sys.ActorOf(A.Of(() => new Echo()));
        Assert.Equal("x!", await echo.Ask<string>("x", TimeSpan.FromSeconds(5)));
        Assert.True(await echo.GracefulStop(TimeSpan.FromSeconds(5)));
        await Assert.ThrowsAsync<AskTimeoutException>(() => echo.Ask("q", TimeSpan.FromMilliseconds(20)));
    }

    [Fact]
    public void Ticks()
    {
        var ticker = Sys.ActorOf(A.Of(() => new Ticker(TestActor)));
        ticker.Tell("go");
        Advance(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1), ticker);
        Assert.Equal(3, ReceiveN(3).Count);
    }
}
