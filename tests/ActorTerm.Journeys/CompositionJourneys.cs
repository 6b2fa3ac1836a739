using System.Text.Json;
using ActorTerm.Client;
using ActorTerm.Journeys.Rig;

namespace ActorTerm.Journeys;

/// <summary>Registered functions and composed calls, across scripts.</summary>
public class CompositionJourneys(SharedHost shared) : Journey(shared)
{
    private const string ClearScrollback = "\u001b]1337;ClearScrollback\u0007";

    [Fact]
    public async Task A_composed_call_across_two_scripts_puts_seven_on_the_screen()
    {
        var session = await QuietAsync();
        await using var sums = await Host.ConnectAsync("sums");
        await sums.RegisterAsync((int a, int b) => a + b, "add").Within("add");
        await sums.RegisterAsync((int a, int b) => a * b, "times").Within("times");
        await Script.RegisterAsync(async (JsonElement s) => await session.InjectAsync(s.GetRawText()), "show").Within("show");
        await using var caller = await Host.ConnectAsync("caller");

        await caller.App.Session(session.Id).InvokeAsync("show(s: add(a: 1, b: times(a: 2, b: 3)))").Within("composed call");

        Assert.Equal("7", await ScreenAsync(session));
    }

    [Fact]
    public async Task Clear_all_sessions_clears_the_history_of_all_sessions()
    {
        var sessions = new[] { await LongAsync(), await LongAsync() };
        await Script.RegisterAsync(async () =>
        {
            foreach (var session in (await App.GetLayoutAsync()).Sessions) await session.InjectAsync(ClearScrollback);
        }, "clear_all_sessions").Within("registration");

        await App.InvokeAsync("clear_all_sessions()").Within("call");

        foreach (var session in sessions) Assert.Equal(0, (await session.GetLineCountsAsync().Within("lines")).History);
    }

    [Fact]
    public async Task A_default_reference_fills_in_the_id_of_the_session_the_call_came_from()
    {
        var (cleared, other) = (await LongAsync(), await LongAsync());
        await Script.RegisterAsync(
            ([Reference("id")] string session_id) => App.Session(session_id).InjectAsync(ClearScrollback), "clear_session").Within("registration");

        await cleared.InvokeAsync("clear_session()").Within("call");

        Assert.Equal(0, (await cleared.GetLineCountsAsync().Within("lines")).History);
        Assert.NotEqual(0, (await other.GetLineCountsAsync().Within("lines")).History);
    }

    [Fact]
    public async Task A_key_calls_a_function_with_the_id_of_the_session_in_which_it_was_pressed()
    {
        var (cleared, other) = (await LongAsync(), await LongAsync());
        await Script.RegisterAsync(
            ([Reference("id")] string session_id) => App.Session(session_id).InjectAsync(ClearScrollback), "clear_session").Within("registration");
        var keys = JsonElement.Parse("""{"0x6b-0x40000": {"Action": 60, "Text": "clear_session()"}}""");
        foreach (var session in (Session[])[cleared, other]) await session.SetProfilePropertyAsync("Keyboard Map", keys).Within("binding");

        var pressed = await cleared.PressKeysAsync(["C-k"]).Within("key");

        Assert.Null(Assert.Single(pressed).Error);
        Assert.Equal(0, (await cleared.GetLineCountsAsync().Within("lines")).History);
        Assert.NotEqual(0, (await other.GetLineCountsAsync().Within("lines")).History);
    }

    [Fact]
    public async Task A_default_reference_to_what_is_not_set_prevents_the_call_unless_it_is_optional()
    {
        var session = await QuietAsync();
        var calls = 0;
        await Script.RegisterAsync(([Reference("user.nothing")] string? it) => ++calls, "strict").Within("registration");
        await Script.RegisterAsync(([Reference("user.nothing?")] string? it) => it is null, "lenient").Within("registration");

        var failure = await Assert.ThrowsAsync<InvocationFailedException>(() => session.InvokeAsync("strict()").Within("call"));

        Assert.Contains("user.nothing", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, calls);
        Assert.True(await session.InvokeAsync<bool>("lenient()").Within("call"));
    }

    [Fact]
    public async Task Whatever_JSON_can_describe_goes_through_a_call_to_the_letter()
    {
        await Script.RegisterAsync((JsonElement it) => it, "echo").Within("registration");

        var back = await App.InvokeAsync("echo(it: [1152921504606846977, \"\\u00e9\", -0.5e3])").Within("call");

        Assert.Equal(1152921504606846977, back[0].GetInt64());
        Assert.Equal("é", back[1].GetString());
        Assert.Equal(-500, back[2].GetDouble());
    }

    [Fact]
    public async Task Ten_thousand_composed_invocations_in_flight_all_come_out_right()
    {
        await using var sums = await Host.ConnectAsync("sums");
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = 0;
        await sums.RegisterAsync(async (long a, long b) =>
        {
            if (Interlocked.Increment(ref waiting) == 10_000) gate.SetResult();
            await gate.Task;                       // none is answered before all are there
            return a * b;
        }, "times", Patience.Limit).Within("times");
        await Script.RegisterAsync((long a, long b) => a + b, "add", Patience.Limit).Within("add");

        var results = await Task.WhenAll(Enumerable.Range(0, 10_000).Select(i =>
            App.InvokeAsync<long>($"add(a: 1, b: times(a: {i}, b: 3))", Patience.Limit))).Within("ten thousand invocations");

        Assert.Equal([.. Enumerable.Range(0, 10_000).Select(i => 1L + 3 * i)], results);
    }

    /// <summary>A session with lines in its history.</summary>
    private async Task<Session> LongAsync()
    {
        var session = await RunAsync("seq", "1", "100");
        await EndsAsync(session);
        Assert.NotEqual(0, (await session.GetLineCountsAsync().Within("lines")).History);
        return session;
    }
}
