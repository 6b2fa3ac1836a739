using System.Text.Json;
using ActorTerm.Client;
using ActorTerm.Journeys.Rig;

namespace ActorTerm.Journeys;

/// <summary>Variables of sessions, tabs, windows and the app.</summary>
public class VariableJourneys(SharedHost shared) : Journey(shared)
{
    [Fact]
    public async Task A_variable_set_by_one_script_is_read_and_heard_by_another()
    {
        var session = await QuietAsync();
        await using var other = await Host.ConnectAsync("other");
        var mine = other.App.Session(session.Id);
        await using var changes = await mine.WatchVariableAsync("user.mood").Within("subscription");
        var heard = changes.GetAsyncEnumerator();

        await session.SetVariableAsync("user.mood", new { good = true, level = 1152921504606846977 }).Within("set");

        var change = await heard.NextAsync("change of the variable");
        Assert.Equal(session.Id, change.Scope);
        Assert.Equal(1152921504606846977, change.Value.GetProperty("level").GetInt64());
        Assert.Equal(change.Value.GetRawText(), (await mine.GetVariableAsync("user.mood").Within("get")).GetRawText());

        await session.SetVariableAsync("user.mood", null).Within("unset");
        Assert.Equal(JsonValueKind.Null, (await heard.NextAsync("unsetting of the variable")).Value.ValueKind);
    }

    [Fact]
    public async Task Each_scope_has_its_own_variables_and_reaches_its_neighbours()
    {
        var made = await App.CreateSessionAsync(new NewSession { Command = ["cat"] }).Within("session");
        Scope[] scopes = [made.Session, made.Tab, made.Window, App];

        for (var i = 0; i < scopes.Length; i++) await scopes[i].SetVariableAsync("user.level", i).Within("set");

        for (var i = 0; i < scopes.Length; i++) Assert.Equal(i, await scopes[i].GetVariableAsync<int>("user.level").Within("get"));
        Assert.Equal(1, await made.Session.GetVariableAsync<int>("tab.user.level").Within("tab of the session"));
        Assert.Equal(2, await made.Session.GetVariableAsync<int>("tab.window.user.level").Within("window of the session"));
        Assert.Equal(0, await made.Window.GetVariableAsync<int>("currentTab.currentSession.user.level").Within("session of the window"));
    }

    [Fact]
    public async Task Only_user_variables_can_be_set_and_only_where_there_is_something()
    {
        var session = await QuietAsync();

        var own = await Assert.ThrowsAsync<RequestFailedException>(() => session.SetVariableAsync("id", "mine").Within("set"));
        var nowhere = await Assert.ThrowsAsync<RequestFailedException>(() => App.Session("no-such-session").SetVariableAsync("user.a", 1).Within("set"));

        Assert.Equal("INVALID_NAME", own.Status);
        Assert.Equal("SESSION_NOT_FOUND", nowhere.Status);
    }

    [Fact]
    public async Task A_program_sets_a_variable_and_a_script_that_watches_all_sessions_hears_it()
    {
        await using var changes = await App.WatchSessionVariableAsync("user.greeting").Within("subscription");
        var heard = changes.GetAsyncEnumerator();

        var session = await RunAsync("printf", @"\033]1337;SetUserVar=greeting=aGVsbG8=\007");

        var change = await heard.NextAsync("change of the variable");
        Assert.Equal((session.Id, "hello"), (change.Scope, change.Value.GetString()));
    }

    [Fact]
    public async Task Titles_follow_names_until_somebody_sets_them_and_formats_after_that()
    {
        var made = await App.CreateSessionAsync(new NewSession { Command = ["cat"], Name = "first" }).Within("session");
        await using var changes = await made.Window.WatchVariableAsync("title").Within("subscription");
        var heard = changes.GetAsyncEnumerator();

        Assert.Equal("first", await made.Window.GetVariableAsync<string>("title").Within("title"));
        await made.Session.RenameAsync("second").Within("rename");
        await heard.NextAsync("title after the rename", change => change.Value.GetString() == "second");

        await made.Tab.SetTitleAsync(@"<\(currentSession.name)>").Within("title");
        await heard.NextAsync("title by its format", change => change.Value.GetString() == "<second>");
        await made.Session.RenameAsync("third").Within("rename");
        await heard.NextAsync("formatted title after the rename", change => change.Value.GetString() == "<third>");
        Assert.Equal("<third>", await made.Tab.GetVariableAsync<string>("titleOverride").Within("override"));

        await made.Tab.SetTitleAsync("").Within("title");
        await heard.NextAsync("title without a format", change => change.Value.GetString() == "third");
    }
}
