using System.Text.Json;

namespace ActorTerm.Client.Tests;

public sealed class CallTests : IAsyncLifetime
{
    private StandInHost _host = null!;
    private Connection _connection = null!;

    public async Task InitializeAsync()
    {
        _host = (await StandInHost.StartAsync()).WithFunctions();
        _connection = await _host.ConnectAsync();
    }

    public async Task DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Arguments_come_by_name_and_the_result_goes_back()
    {
        await _connection.RegisterAsync((double b, double a) => a - b, "minus");

        var result = await _host.CallForResultAsync("minus", ("a", "10"), ("b", "2.5"));

        Assert.Equal("7.5", result.JsonValue);
    }

    public static TheoryData<string, Delegate, string> Results { get; } = new()
    {
        { "a number without a fraction", () => 7.0, "7" },
        { "a text", () => "ä\"\\", "\"ä\\\"\\\\\"" },
        { "nothing", () => { }, "null" },
        { "null", () => (string?)null, "null" },
        { "a task", () => Task.CompletedTask, "null" },
        { "a task with a result", () => Task.FromResult(true), "true" },
        { "an async lambda", async () => { await Task.Yield(); return new[] { 1, 2 }; }, "[1,2]" },
        { "a value task", () => ValueTask.CompletedTask, "null" },
        { "a value task with a result", async ValueTask<string> () => { await Task.Yield(); return "later"; }, "\"later\"" },
        { "a list", () => new List<int?> { 1, null }, "[1,null]" },
        { "an object", () => new { FirstName = "Ada", Age = 36 }, "{\"firstName\":\"Ada\",\"age\":36}" },
        { "something behind object", () => (object)new { X = 1 }, "{\"x\":1}" },
    };

    [Theory, MemberData(nameof(Results))]
    public async Task Whatever_a_function_returns_becomes_JSON(string kind, Delegate function, string json)
    {
        await _connection.RegisterAsync(function, "f");

        var result = await _host.CallForResultAsync("f");

        Assert.Equal((kind, json), (kind, result.JsonValue));
    }

    [Theory]
    [InlineData("1152921504606846977")]
    [InlineData("""{"z":1,"a":{"y":[],"b":null},"m":0.10000000000000000000000001}""")]
    [InlineData("\"\\u00e4 \\/\"")]
    [InlineData("-0")]
    public async Task A_JSON_value_passes_through_unchanged(string json)
    {
        await _connection.RegisterAsync((JsonElement value) => value, "same");

        var result = await _host.CallForResultAsync("same", ("value", json));

        Assert.Equal(json, result.JsonValue);
    }

    [Fact]
    public async Task Null_may_be_given_for_every_argument_that_can_hold_it()
    {
        await _connection.RegisterAsync((string? text, int? number, JsonElement json, int[]? list) => $"{text is null} {number is null} {json.ValueKind} {list is null}", "f");

        var result = await _host.CallForResultAsync("f", ("text", null), ("number", null), ("json", null), ("list", "null"));

        Assert.Equal("\"True True Null True\"", result.JsonValue);
    }

    [Fact]
    public async Task Null_for_a_type_that_cannot_hold_it_is_told_with_the_way_out()
    {
        await _connection.RegisterAsync((int a) => a, "f");

        var result = await _host.CallForResultAsync("f", ("a", null));

        Assert.Equal("argument a is null, and Int32 cannot be; Int32? can", result.Reason());
    }

    [Fact]
    public async Task An_argument_of_another_type_is_told_as_it_came()
    {
        await _connection.RegisterAsync((int a) => a, "f");

        var result = await _host.CallForResultAsync("f", ("a", "\"three\""));

        Assert.Equal("argument a is \"three\", which is no Int32", result.Reason());
    }

    [Fact]
    public async Task What_a_function_throws_travels_with_its_stack()
    {
        static int Deep() => throw new InvalidOperationException("boom");
        await _connection.RegisterAsync(() => Deep(), "f");

        var result = await _host.CallForResultAsync("f");

        Assert.Equal("boom", result.Reason());
        Assert.StartsWith("System.InvalidOperationException: boom", result.Traceback(), StringComparison.Ordinal);
        Assert.Contains(nameof(Deep), result.Traceback(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_does_what_an_async_function_throws_later()
    {
        await _connection.RegisterAsync(async Task<int> () => { await Task.Yield(); throw new FormatException("no"); }, "f");

        var result = await _host.CallForResultAsync("f");

        Assert.Equal("no", result.Reason());
        Assert.StartsWith("System.FormatException: no", result.Traceback(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_JSON_cannot_describe_fails_the_call()
    {
        await _connection.RegisterAsync(() => double.NaN, "f");

        var result = await _host.CallForResultAsync("f");

        Assert.Contains("cannot be written as valid JSON", result.Reason(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_to_nothing_is_answered_too()
    {
        var result = await _host.CallForResultAsync("nope", ("a", "1"));

        Assert.Equal("a script has no function nope with these arguments", result.Reason());
    }

    [Fact]
    public async Task Two_calls_run_at_once_and_answer_in_any_order()
    {
        var (begun, first, second) = (new CountdownEvent(2), new TaskCompletionSource<int>(), new TaskCompletionSource<int>());
        await _connection.RegisterAsync((int n) => { begun.Signal(); return n == 1 ? first.Task : second.Task; }, "f");

        var one = await _host.CallAsync("f", ("n", "1"));
        var two = await _host.CallAsync("f", ("n", "2"));
        Assert.True(begun.Wait(StandInHost.Patience));
        second.SetResult(22);
        var early = await _host.NextResultAsync();
        first.SetResult(11);
        var late = await _host.NextResultAsync();

        Assert.Equal([(two, "22"), (one, "11")], [(early.RequestId, early.JsonValue), (late.RequestId, late.JsonValue)]);
    }

    [Fact]
    public async Task A_function_hears_that_the_connection_has_ended()
    {
        var (begun, heard) = (new TaskCompletionSource(), new TaskCompletionSource());
        await _connection.RegisterAsync(
            async (CancellationToken stop) =>
            {
                using var _ = stop.Register(heard.SetResult);
                begun.SetResult();
                await heard.Task;
            },
            "f");
        await _host.CallAsync("f");
        await begun.Task.WithinPatience();

        _host.Abort();

        await heard.Task.WithinPatience();
    }

    [Fact]
    public async Task A_function_can_use_the_connection_it_is_called_by()
    {
        _host.When(Asked.InjectRequest, _ => new() { InjectResponse = new() { Status = { Protocol.InjectResponse.Types.Status.Ok } } });
        await _connection.RegisterAsync((JsonElement s) => _connection.App.Session(Session.Active).InjectAsync(s.ToString()), "show");

        var result = await _host.CallForResultAsync("show", ("s", "7"));

        Assert.Equal("null", result.JsonValue);
        Assert.Equal("7", _host.Seen.Single(request => request.InjectRequest is not null).InjectRequest.Data.ToStringUtf8());
    }
}
