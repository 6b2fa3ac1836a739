namespace ActorTerm.Client.Tests;

public sealed class DispatchTests
{
    private readonly ManualClock _clock = new();

    private Task<Connection> ConnectAsync(StandInHost host) =>
        host.ConnectAsync(options => options with { Dispatch = DispatchMode.Manual, Clock = _clock });

    [Fact]
    public async Task A_call_made_before_is_answered_when_dispatch_starts()
    {
        await using var host = (await StandInHost.StartAsync()).WithFunctions().When(Asked.FocusRequest, _ => new() { FocusResponse = new() });
        await using var connection = await ConnectAsync(host);
        var ran = 0;
        await connection.RegisterAsync(() => Interlocked.Increment(ref ran), "f");
        await host.CallAsync("f");
        await connection.App.GetFocusAsync();                      // whatever was sent before its answer has arrived
        Assert.Equal(0, Volatile.Read(ref ran));

        var begun = await connection.DispatchForAsync(TimeSpan.Zero).WithinPatience();

        Assert.Equal(1, begun);
        Assert.Equal("1", (await host.NextResultAsync()).JsonValue);
    }

    [Fact]
    public async Task Calls_that_come_meanwhile_run_until_the_time_is_over()
    {
        await using var host = (await StandInHost.StartAsync()).WithFunctions();
        await using var connection = await ConnectAsync(host);
        await connection.RegisterAsync((int n) => n, "f");

        var dispatching = connection.DispatchForAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(1), await _clock.TimerSetAsync());
        var first = await host.CallForResultAsync("f", ("n", "1"));
        _clock.Pass(TimeSpan.FromSeconds(0.9));
        var second = await host.CallForResultAsync("f", ("n", "2"));
        Assert.False(dispatching.IsCompleted);
        _clock.Pass(TimeSpan.FromSeconds(0.1));

        Assert.Equal(2, await dispatching.WithinPatience());
        Assert.Equal(["1", "2"], [first.JsonValue, second.JsonValue]);
    }

    [Fact]
    public async Task Waiting_calls_count_against_the_bound()
    {
        await using var host = (await StandInHost.StartAsync()).WithFunctions();
        await using var connection = await host.ConnectAsync(options => options with { Dispatch = DispatchMode.Manual, CallLimit = 1 });
        await connection.RegisterAsync(() => 1, "f");
        await host.CallAsync("f");

        var refused = await host.CallForResultAsync("f");

        Assert.Equal("a script is busy: 1 calls are open", refused.Reason());
    }

    [Fact]
    public async Task Who_cancels_stops_dispatching()
    {
        await using var host = await StandInHost.StartAsync();
        await using var connection = await ConnectAsync(host);
        using var enough = new CancellationTokenSource();

        var dispatching = connection.DispatchForAsync(TimeSpan.FromHours(1), enough.Token);
        await enough.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dispatching.WithinPatience());
    }

    [Fact]
    public async Task On_a_lost_connection_dispatch_says_why()
    {
        await using var host = await StandInHost.StartAsync();
        await using var connection = await ConnectAsync(host);

        var dispatching = connection.DispatchForAsync(TimeSpan.FromHours(1));
        await host.CloseAsync((System.Net.WebSockets.WebSocketCloseStatus)1001, "the host stops");

        var failure = await Assert.ThrowsAsync<ConnectionLostException>(() => dispatching.WithinPatience());
        Assert.Equal("the host closed the connection: the host stops (1001)", failure.Message);
    }
}
