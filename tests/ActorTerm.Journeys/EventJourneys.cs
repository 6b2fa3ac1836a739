using ActorTerm.Client;
using ActorTerm.Journeys.Rig;

namespace ActorTerm.Journeys;

/// <summary>What the host tells those who watch it: the table of docs/protocol.md, section 4.</summary>
public class EventJourneys(SharedHost shared) : Journey(shared)
{
    [Fact]
    public async Task The_life_of_a_session_is_told_event_by_event()
    {
        await using var events = await App.WatchEventsAsync().Within("subscription");
        var heard = events.GetAsyncEnumerator();

        var made = await App.CreateSessionAsync(new NewSession { Command = ["sh", "-c", @"printf '\007\033]2;hi\007'; read line; exit 6"], Name = "one", Hold = true }).Within("session");
        var session = made.Session;
        var created = await NextAsync("session.created");
        Assert.Equal(made.Window.Id, created.GetProperty("windowId").GetString());
        Assert.Equal(made.Tab.Id, created.GetProperty("tabId").GetString());
        Assert.Equal("one", created.GetProperty("name").GetString());
        Assert.Equal("sh", created.GetProperty("command")[0].GetString());
        await NextAsync("session.bell");
        Assert.Equal("""{"title":"hi"}""", (await NextAsync("session.title")).GetRawText());

        await session.RenameAsync("two").Within("rename");
        Assert.Equal("""{"name":"two"}""", (await NextAsync("session.renamed")).GetRawText());
        await session.ResizeAsync(91, 17).Within("resize");
        Assert.Equal("""{"columns":91,"rows":17}""", (await NextAsync("session.resized")).GetRawText());
        await session.SendTextAsync("\r").Within("typing");
        Assert.Equal("""{"exitCode":6}""", (await NextAsync("session.ended")).GetRawText());
        await session.RestartAsync().Within("restart");
        Assert.Equal("""{"generation":1}""", (await NextAsync("session.restarted")).GetRawText());
        Assert.Equal(1, (await session.GetInfoAsync().Within("info")).Generation);
        await session.SignalAsync("KILL").Within("signal");
        Assert.Equal("""{"signal":"SIGKILL"}""", (await NextAsync("session.ended")).GetRawText());
        await session.CloseAsync().Within("close");
        Assert.Equal("{}", (await NextAsync("session.removed")).GetRawText());

        async Task<System.Text.Json.JsonElement> NextAsync(string kind) =>
            (await heard.NextAsync(kind, one => one.Kind == kind && one.SessionId == session.Id)).Data;
    }

    [Fact]
    public async Task Scripts_functions_and_alerts_are_told()
    {
        await using var events = await App.WatchEventsAsync(
            ["script.connected", "script.disconnected", "function.registered", "function.unregistered", "alert.raised"]).Within("subscription");
        var heard = events.GetAsyncEnumerator();

        var guest = await Host.ConnectAsync("guest");
        var connected = await heard.NextAsync("script.connected", one => one.Kind == "script.connected" && Text(one, "script") == "guest");
        await guest.RegisterAsync(int (int b, int a) => throw new InvalidOperationException("broken"), "fail").Within("registration");
        var registered = await heard.NextAsync("function.registered");
        await Assert.ThrowsAsync<InvocationFailedException>(() => App.InvokeAsync("fail(a: 1, b: 2)").Within("call"));
        var raised = await heard.NextAsync("alert.raised", one => one.Kind == "alert.raised");
        await guest.DisposeAsync();
        HostEvent? unregistered = null, disconnected = null;      // two tables hear of the end, each in its time
        while (unregistered is null || disconnected is null)
        {
            var one = await heard.NextAsync("function.unregistered and script.disconnected", one => one.Kind.Contains(".un") || one.Kind.Contains(".dis"));
            if (one.Kind == "function.unregistered") unregistered = one;
            else if (Text(one, "connection") == Text(connected, "connection")) disconnected = one;
        }

        Assert.Equal("""{"signature":"fail(a,b)","script":"guest"}""", registered.Data.GetRawText());
        Assert.Equal(registered.Data.GetRawText(), unregistered.Data.GetRawText());
        Assert.Equal("api", Text(raised, "source"));
        Assert.Equal(Text(raised, "message"), (await App.GetAlertAsync(Text(raised, "id")!).Within("alert")).Message);
    }

    [Fact]
    public async Task A_function_is_listed_with_its_owner_its_defaults_and_what_it_did()
    {
        await Script.RegisterAsync((int b, [Reference("user.a?")] int? a) => b + (a ?? 0), "sum", TimeSpan.FromSeconds(9)).Within("registration");
        await App.InvokeAsync("sum(b: 1)").Within("call");

        var all = await App.ListFunctionsAsync(builtIn: true).Within("functions");

        var sum = all.Single(one => one.Signature == "sum(a,b)");
        Assert.Equal(["b", "a"], sum.Arguments);
        Assert.Equal("user.a?", Assert.Single(sum.Defaults).Value);
        Assert.Equal(("journey", TimeSpan.FromSeconds(9), 1L, 0L), (sum.Registered!.Script, sum.Registered.Timeout, sum.Registered.Calls, sum.Registered.Failures));
        Assert.StartsWith("conn-", sum.Registered.Connection, StringComparison.Ordinal);
        Assert.NotEqual(DateTimeOffset.UnixEpoch, sum.Registered.RegisteredAt);
        Assert.True(sum.Registered.Mean > TimeSpan.Zero && sum.Registered.Max >= sum.Registered.Mean, $"mean {sum.Registered.Mean}, longest {sum.Registered.Max}");
        Assert.True(all.Single(one => one.Signature == "iterm2.count(array)").IsBuiltIn);
        Assert.DoesNotContain(await App.ListFunctionsAsync().Within("functions"), one => one.IsBuiltIn);
    }

    private static string? Text(HostEvent it, string member) => it.Data.GetProperty(member).GetString();
}
