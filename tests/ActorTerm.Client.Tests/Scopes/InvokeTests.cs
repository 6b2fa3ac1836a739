using System.Text.Json;
using ActorTerm.Protocol;
using Failure = ActorTerm.Protocol.InvokeFunctionResponse.Types.Status;

namespace ActorTerm.Client.Tests;

public sealed class InvokeTests
{
    private const string Composed = "show(s: add(a: 1, b: times(a: 2, b: 3)))";

    private static StandInHost Returning(StandInHost host, string json) =>
        host.When(Asked.InvokeFunctionRequest, _ => new() { InvokeFunctionResponse = new() { Success = new() { JsonResult = json } } });

    [Fact]
    public async Task Every_scope_invokes_in_itself()
    {
        await using var host = Returning(await StandInHost.StartAsync(), "null");
        await using var connection = await host.ConnectAsync();
        var app = connection.App;

        await app.InvokeAsync(Composed);
        await app.Window("pty-1").InvokeAsync("f()");
        await app.Tab("7").InvokeAsync("f()");
        await app.Session("A").InvokeAsync("f(s: id)", TimeSpan.FromSeconds(2.5));
        await app.Session("A").InvokeMethodAsync("iterm2.set_name(name: \"n\")");

        InvokeFunctionRequest[] expected =
        [
            new() { App = new(), Invocation = Composed },
            new() { Window = new() { WindowId = "pty-1" }, Invocation = "f()" },
            new() { Tab = new() { TabId = "7" }, Invocation = "f()" },
            new() { Session = new() { SessionId = "A" }, Invocation = "f(s: id)", Timeout = 2.5 },
            new() { Method = new() { Receiver = "A" }, Invocation = "iterm2.set_name(name: \"n\")" },
        ];
        Assert.Equal(expected, host.Seen.Select(request => request.InvokeFunctionRequest));
    }

    [Fact]
    public async Task A_result_stays_JSON_or_becomes_what_is_asked_for()
    {
        await using var host = Returning(await StandInHost.StartAsync(), "1152921504606846977");
        await using var connection = await host.ConnectAsync();

        Assert.Equal("1152921504606846977", (await connection.App.InvokeAsync("f()")).GetRawText());
        Assert.Equal(1152921504606846977, await connection.App.InvokeAsync<long>("f()"));
    }

    [Fact]
    public async Task No_result_is_a_JSON_null_and_reads_as_the_default()
    {
        await using var host = Returning(await StandInHost.StartAsync(), "null");
        await using var connection = await host.ConnectAsync();

        Assert.Equal(JsonValueKind.Null, (await connection.App.InvokeAsync("f()")).ValueKind);
        Assert.Null(await connection.App.InvokeAsync<int?>("f()"));
        Assert.Null(await connection.App.InvokeAsync<string>("f()"));
    }

    [Theory]
    [InlineData(Failure.Failed, "In call to add: boom", InvocationFailure.Failed, "In call to add: boom")]
    [InlineData(Failure.Timeout, null, InvocationFailure.Timeout, "the invocation ran out of time")]
    [InlineData(Failure.InvalidId, null, InvocationFailure.InvalidId, "there is no session A")]
    [InlineData(Failure.RequestMalformed, null, InvocationFailure.Malformed, "the host could make nothing of the request")]
    public async Task A_failure_says_what_failed_and_why(Failure status, string? reason, InvocationFailure failure, string message)
    {
        await using var host = await StandInHost.StartAsync();
        var error = new InvokeFunctionResponse.Types.Error { Status = status };
        if (reason is not null) error.ErrorReason = reason;
        host.When(Asked.InvokeFunctionRequest, _ => new() { InvokeFunctionResponse = new() { Error = error } });
        await using var connection = await host.ConnectAsync();

        var thrown = await Assert.ThrowsAsync<InvocationFailedException>(() => connection.App.Session("A").InvokeAsync(Composed));

        Assert.Equal((Composed, failure, message), (thrown.Invocation, thrown.Failure, thrown.Message));
    }

    [Fact]
    public async Task Titles_of_tabs_and_windows_are_quoted_for_the_language()
    {
        await using var host = Returning(await StandInHost.StartAsync(), "null");
        await using var connection = await host.ConnectAsync();

        await connection.App.Tab("7").SetTitleAsync("a \"b\" \\(currentSession.name)");
        await connection.App.Window("pty-1").SetTitleAsync("");

        InvokeFunctionRequest[] expected =
        [
            new() { Method = new() { Receiver = "7" }, Invocation = """iterm2.set_title(title: "a \"b\" \\(currentSession.name)")""" },
            new() { Method = new() { Receiver = "pty-1" }, Invocation = """iterm2.set_title(title: "")""" },
        ];
        Assert.Equal(expected, host.Seen.Select(request => request.InvokeFunctionRequest));
    }
}
