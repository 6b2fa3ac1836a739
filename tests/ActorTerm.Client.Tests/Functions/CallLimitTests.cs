namespace ActorTerm.Client.Tests;

public sealed class CallLimitTests
{
    [Fact]
    public async Task A_call_over_the_bound_is_answered_at_once_and_place_is_made_by_an_answer()
    {
        await using var host = (await StandInHost.StartAsync()).WithFunctions();
        await using var connection = await host.ConnectAsync(options => options with { CallLimit = 1 });
        var go = new TaskCompletionSource<int>();
        await connection.RegisterAsync(() => go.Task, "f");

        await host.CallAsync("f");
        var refused = await host.CallForResultAsync("f");
        go.SetResult(1);
        var first = await host.NextResultAsync();
        var third = await host.CallForResultAsync("f");

        Assert.Equal("a script is busy: 1 calls are open", refused.Reason());
        Assert.Null(refused.Traceback());
        Assert.Equal(["1", "1"], [first.JsonValue, third.JsonValue]);
    }

    [Fact]
    public async Task A_result_never_waits_behind_requests_that_wait_for_it()
    {
        await using var host = (await StandInHost.StartAsync()).WithFunctions();
        host.When(Asked.InvokeFunctionRequest, _ => null);
        await using var connection = await host.ConnectAsync(options => options with { RequestsInFlight = 1 });
        await connection.RegisterAsync(() => 1, "f");

        var invoking = connection.App.InvokeAsync<int>("f()");     // takes the only place
        var result = await host.CallForResultAsync("f");
        var request = host.Seen.Single(request => request.InvokeFunctionRequest is not null);
        await host.AnswerAsync(request, new() { InvokeFunctionResponse = new() { Success = new() { JsonResult = result.JsonValue } } });

        Assert.Equal(1, await invoking.WithinPatience());
    }
}
