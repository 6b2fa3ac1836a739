using System.Diagnostics;
using ActorTerm.Client;
using ActorTerm.Journeys.Rig;

namespace ActorTerm.Journeys;

/// <summary>Calls that come to nothing, and who hears why.</summary>
public class FailureJourneys(SharedHost shared) : Journey(shared)
{
    [Fact]
    public async Task What_a_function_raises_reaches_the_caller_with_the_chain_and_people_with_the_traceback()
    {
        await Script.RegisterAsync((int a, int b) => a / b, "divide").Within("registration");
        await Script.RegisterAsync((int s) => s, "show").Within("registration");
        await using var alerts = await App.WatchAlertsAsync().Within("subscription");
        var heard = alerts.GetAsyncEnumerator();

        var failure = await Assert.ThrowsAsync<InvocationFailedException>(() => App.InvokeAsync("show(s: divide(a: 1, b: 0))").Within("call"));

        Assert.Equal(InvocationFailure.Failed, failure.Failure);
        Assert.Equal("In call to divide: Attempted to divide by zero.", failure.Message);
        var alert = await heard.NextAsync("alert", alert => alert.Message.Contains("divide", StringComparison.Ordinal));
        Assert.Equal("In call to show: in call to divide: Attempted to divide by zero.", alert.Message);
        Assert.Equal(["show", "divide"], alert.Chain);
        Assert.Contains("DivideByZeroException", alert.Traceback, StringComparison.Ordinal);
        Assert.Equivalent(alert, await App.GetAlertAsync(alert.Id).Within("alert by its id"));
    }

    [Theory]
    [InlineData("cli", "cli")]
    [InlineData(null, "api")]
    [InlineData("somebody", "api")]
    public async Task An_alert_says_where_the_invocation_came_from_and_which_session_it_was_about(string? source, string shown)
    {
        var session = await QuietAsync();
        await using var alerts = await App.WatchAlertsAsync().Within("subscription");
        var heard = alerts.GetAsyncEnumerator();
        await using var typed = await Connection.ConnectAsync(new ConnectOptions { Socket = Host.Socket, Source = source }).Within("connection");

        await Assert.ThrowsAsync<InvocationFailedException>(() => typed.App.Session(session.Id).InvokeAsync("nobody()").Within("call"));

        var alert = await heard.NextAsync("alert");
        Assert.Equal((shown, session.Id), (alert.Source, alert.SessionId));
        Assert.Equal("no function registered for nobody()", alert.Message);
    }

    [Theory]
    [InlineData("nobody(a: 1)", @"no function registered for nobody\(a\)")]
    [InlineData("pair(a: 1)", @"pair\(a\)")]
    [InlineData("pair(a: 1, a: 2)", "a")]
    [InlineData("pair(a: 1, b: user.nothing)", @"user\.nothing")]
    [InlineData("pair(a: 1, b: nobody(c: 2))", @"In call to pair: no function registered for nobody\(c\)|nobody\(c\)")]
    [InlineData("pair(a: 1", "")]
    public async Task A_call_that_cannot_be_made_says_why_and_no_function_runs(string invocation, string why)
    {
        var session = await QuietAsync();
        var calls = 0;
        await Script.RegisterAsync((int a, int b) => ++calls, "pair").Within("registration");

        var failure = await Assert.ThrowsAsync<InvocationFailedException>(() => session.InvokeAsync(invocation).Within("call"));

        Assert.Equal(InvocationFailure.Failed, failure.Failure);
        Assert.Matches(why, failure.Message);
        Assert.Equal(0, calls);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("session.id")]
    [InlineData("user.mood")]
    public async Task In_the_apps_scope_there_are_no_variables_of_a_session(string reference)
    {
        var session = await QuietAsync();
        await session.SetVariableAsync("user.mood", "good").Within("set");
        await Script.RegisterAsync((string it) => it, "same").Within("registration");

        var failure = await Assert.ThrowsAsync<InvocationFailedException>(() => App.InvokeAsync($"same(it: {reference})").Within("call"));

        Assert.Contains($"\"{reference}\" is not defined", failure.Message, StringComparison.Ordinal);
        Assert.Equal(reference == "user.mood" ? "good" : session.Id, await session.InvokeAsync<string>($"same(it: {reference})").Within("call in the session"));
    }

    [Fact]
    public async Task A_script_that_vanishes_fails_its_callers_at_once_and_frees_its_names()
    {
        var doomed = await Host.ConnectAsync("doomed");
        var called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await doomed.RegisterAsync(async (CancellationToken end) =>
        {
            called.SetResult();
            await new TaskCompletionSource().Task.WaitAsync(end);
        }, "never", TimeSpan.FromHours(1)).Within("registration");
        var call = App.InvokeAsync("never()", TimeSpan.FromHours(1));
        await called.Task.Within("call of the function");

        await doomed.DisposeAsync().AsTask().Within("end of the script");

        await Assert.ThrowsAsync<InvocationFailedException>(() => call.Within("failure of the caller"));
        await Script.RegisterAsync(() => "mine now", "never").Within("registration of the freed name");
        Assert.Equal("mine now", await App.InvokeAsync<string>("never()").Within("call"));
    }

    [Fact]
    public async Task A_script_killed_in_mid_call_fails_its_callers_frees_its_names_and_nobody_else_notices()
    {
        await Script.RegisterAsync((int n) => n + 1, "next").Within("registration");
        using var doomed = Process.Start(new ProcessStartInfo("dotnet", [typeof(ScriptProgram).Assembly.Location, Host.Socket]) { RedirectStandardOutput = true })!;
        try
        {
            Assert.Equal("ready", await doomed.StandardOutput.ReadLineAsync().Within("start of the script"));
            var calls = new[] { "never()", "next(n: never())" }.Select(text => App.InvokeAsync(text, TimeSpan.FromHours(1))).ToList();
            foreach (var _ in calls) Assert.Equal("called", await doomed.StandardOutput.ReadLineAsync().Within("call of the function"));

            doomed.Kill();                         // SIGKILL: no goodbye

            foreach (var call in calls)
            {
                var failure = await Assert.ThrowsAsync<InvocationFailedException>(() => call.Within("failure of the caller"));
                Assert.Equal("script terminated during function call", failure.Message);
            }

            Assert.Equal(8, await App.InvokeAsync<int>("next(n: 7)").Within("call of another script"));
            foreach (var name in (string[])["never", "also"]) await Script.RegisterAsync(() => "mine now", name).Within($"registration of {name}");
            Assert.Equal("mine now", await App.InvokeAsync<string>("never()").Within("call of the freed name"));
        }
        finally
        {
            doomed.Kill();
        }
    }

    [Fact]
    public async Task A_signature_has_one_owner()
    {
        await using var other = await Host.ConnectAsync("other");
        await Script.RegisterAsync((int a, int b) => a, "taken").Within("registration");

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => other.RegisterAsync((int b, int a) => a, "taken").Within("registration"));
        await other.RegisterAsync((int a) => a, "taken").Within("the same name with other arguments");

        Assert.Equal("DUPLICATE_SERVER_ORIGINATED_RPC", refused.Status);
    }

    [Fact]
    public async Task A_function_that_takes_too_long_is_given_up_and_its_late_answer_is_counted()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Script.RegisterAsync(async () => { await gate.Task; return 1; }, "slow", TimeSpan.FromMilliseconds(50)).Within("registration");

        var failure = await Assert.ThrowsAsync<InvocationFailedException>(() => App.InvokeAsync("slow()").Within("call"));
        gate.SetResult();

        Assert.Equal((InvocationFailure.Failed, "Timeout"), (failure.Failure, failure.Message));
        RegisteredFunction info;
        do info = (await App.ListFunctionsAsync().Within("functions")).Single(one => one.Signature == "slow()").Registered!;
        while (info.Late == 0);                    // each question is behind what this script said before
        Assert.Equal((1, 1, 1), (info.Calls, info.Timeouts, info.Late));
    }
}
