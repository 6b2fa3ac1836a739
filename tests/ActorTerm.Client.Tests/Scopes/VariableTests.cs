using System.Text.Json;
using ActorTerm.Protocol;

namespace ActorTerm.Client.Tests;

public sealed class VariableTests
{
    private static StandInHost Answering(StandInHost host, params string[] values) =>
        host.When(Asked.VariableRequest, _ => new() { VariableResponse = new() { Status = VariableResponse.Types.Status.Ok, Values = { values } } });

    [Fact]
    public async Task Every_scope_asks_for_its_own_variables()
    {
        await using var host = Answering(await StandInHost.StartAsync(), "null");
        await using var connection = await host.ConnectAsync();
        var app = connection.App;

        foreach (var scope in new Scope[] { app, app.Window("pty-1"), app.Tab("7"), app.Session("A") }) await scope.GetVariableAsync("user.x");

        VariableRequest[] expected =
        [
            new() { App = true, Get = { "user.x" } },
            new() { WindowId = "pty-1", Get = { "user.x" } },
            new() { TabId = "7", Get = { "user.x" } },
            new() { SessionId = "A", Get = { "user.x" } },
        ];
        Assert.Equal(expected, host.Seen.Select(request => request.VariableRequest));
    }

    [Fact]
    public async Task Values_are_JSON_or_what_is_asked_for_and_null_while_unset()
    {
        await using var host = Answering(await StandInHost.StartAsync(), """{"z":1,"a":[1152921504606846977]}""");
        await using var connection = await host.ConnectAsync();

        var raw = await connection.App.GetVariableAsync("user.x");
        var typed = await connection.App.GetVariableAsync<Dictionary<string, JsonElement>>("user.x");
        Answering(host, "null");
        var unset = await connection.App.GetVariableAsync<string>("user.x");

        Assert.Equal("""{"z":1,"a":[1152921504606846977]}""", raw.GetRawText());
        Assert.Equal(["z", "a"], typed!.Keys);
        Assert.Null(unset);
    }

    [Fact]
    public async Task All_of_them_come_as_text()
    {
        await using var host = Answering(await StandInHost.StartAsync(), """{"columns":"80","user.x":"1"}""");
        await using var connection = await host.ConnectAsync();

        var all = await connection.App.Session("A").GetAllVariablesAsync();

        Assert.Equal(new() { ["columns"] = "80", ["user.x"] = "1" }, all.ToDictionary());
        Assert.Equal(["*"], host.Seen.Single().VariableRequest.Get);
    }

    [Theory]
    [MemberData(nameof(Settable))]
    public async Task Whatever_JSON_can_describe_can_be_set(object? value, string json)
    {
        await using var host = Answering(await StandInHost.StartAsync());
        await using var connection = await host.ConnectAsync();

        await connection.App.Session("A").SetVariableAsync("user.x", value);

        var set = new VariableRequest.Types.Set { Name = "user.x", Value = json };
        Assert.Equal(new VariableRequest { SessionId = "A", Set = { set } }, host.Seen.Single().VariableRequest);
    }

    public static TheoryData<object?, string> Settable { get; } = new()
    {
        { null, "null" },
        { 1.5, "1.5" },
        { "ä", "\"ä\"" },
        { new[] { 1, 2 }, "[1,2]" },
        { JsonElement.Parse("1152921504606846977"), "1152921504606846977" },
    };

    [Fact]
    public async Task A_refusal_names_the_variable_and_the_scope()
    {
        await using var host = await StandInHost.StartAsync();
        host.When(Asked.VariableRequest, _ => new() { VariableResponse = new() { Status = VariableResponse.Types.Status.InvalidName } });
        await using var connection = await host.ConnectAsync();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => connection.App.Tab("7").SetVariableAsync("title", 1));

        Assert.Equal("variable title (tab 7): INVALID_NAME", failure.Message);
    }

    [Fact]
    public async Task Changes_are_heard_for_the_variable_and_the_object_that_was_asked_for()
    {
        await using var host = (await StandInHost.StartAsync()).WhenSubscribed();
        await using var connection = await host.ConnectAsync();

        await using var changes = await connection.App.Session("A").WatchVariableAsync("user.x");
        await host.NotifyAsync(Change(VariableScope.Session, "B", "user.x", "1"));
        await host.NotifyAsync(Change(VariableScope.Session, "A", "user.y", "2"));
        await host.NotifyAsync(Change(VariableScope.Tab, "A", "user.x", "3"));
        await host.NotifyAsync(Change(VariableScope.Session, "A", "user.x", "[4]"));
        await host.NotifyAsync(Change(VariableScope.Session, "A", "user.x", null));
        await using var reading = changes.GetAsyncEnumerator();
        var (first, second) = (await reading.NextAsync(), await reading.NextAsync());

        Assert.Equal(("A", "user.x", "[4]"), (first.Scope, first.Name, first.Value.GetRawText()));
        Assert.Equal(JsonValueKind.Null, second.Value.ValueKind);
        var monitor = new VariableMonitorRequest { Name = "user.x", Scope = VariableScope.Session, Identifier = "A" };
        Assert.Equal(monitor, host.Seen.Single().NotificationRequest.VariableMonitorRequest);
    }

    [Fact]
    public async Task Those_of_all_sessions_come_with_the_session()
    {
        await using var host = (await StandInHost.StartAsync()).WhenSubscribed();
        await using var connection = await host.ConnectAsync();

        await using var changes = await connection.App.WatchSessionVariableAsync("jobName");
        await host.NotifyAsync(Change(VariableScope.Session, "B", "jobName", "\"vim\""));
        await using var reading = changes.GetAsyncEnumerator();

        Assert.Equal("B", (await reading.NextAsync()).Scope);
        Assert.Equal("all", host.Seen.Single().NotificationRequest.VariableMonitorRequest.Identifier);
    }

    [Fact]
    public async Task The_active_session_is_resolved_when_watching_begins()
    {
        await using var host = Answering(await StandInHost.StartAsync(), "\"A\"").WhenSubscribed();
        await using var connection = await host.ConnectAsync();

        await using var changes = await connection.App.Session(Session.Active).WatchVariableAsync("user.x");
        await host.NotifyAsync(Change(VariableScope.Session, "A", "user.x", "1"));
        await using var reading = changes.GetAsyncEnumerator();

        Assert.Equal("A", (await reading.NextAsync()).Scope);
        Assert.Equal("A", host.Seen[^1].NotificationRequest.VariableMonitorRequest.Identifier);
    }

    private static Notification Change(VariableScope scope, string id, string name, string? json)
    {
        var change = new VariableChangedNotification { Scope = scope, Identifier = id, Name = name };
        if (json is not null) change.JsonNewValue = json;
        return new() { VariableChangedNotification = change };
    }
}
