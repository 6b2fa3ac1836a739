using ActorTerm.Language;
using ActorTerm.Runtime.Variables;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Tests.Variables;

public class MonitorTableTests
{
    private readonly Scopes _scopes = new();
    private readonly MonitorTable<string> _table = new();

    public MonitorTableTests()
    {
        foreach (var scope in new[] { _scopes.App, _scopes.Window, _scopes.Tab, _scopes.Session, _scopes.Other }) _table.Open(scope);
    }

    [Fact]
    public void A_monitor_hears_changes_of_its_variable_and_of_no_other()
    {
        _table.Add("me", 1, _scopes.Session, "name");

        Assert.Equal(["me S1 name=\"a\""], Set(_scopes.Session, "name", "a"));
        Assert.Equal(["me S1 name=\"b\""], Set(_scopes.Session, "name", "b"));
        Assert.Equal(["me S1 name=null"], Set(_scopes.Session, "name", null));
        Assert.Empty(Set(_scopes.Session, "title", "x"));
        Assert.Empty(Set(_scopes.Other, "name", "x"));
    }

    [Theory]
    [InlineData("session.name")]
    [InlineData("tab.currentSession.name")]
    [InlineData("tab.window.currentTab.currentSession.name")]
    public void A_path_through_contexts_hears_the_variable_it_leads_to(string path)
    {
        _table.Add("me", 1, _scopes.Session, path);

        Assert.Equal([$"me S1 {path}=\"a\""], Set(_scopes.Session, "name", "a"));
    }

    [Fact]
    public void Another_current_session_is_heard_even_when_the_name_is_the_same()
    {
        Set(_scopes.Session, "name", "same");
        Set(_scopes.Other, "name", "same");
        _table.Add("me", 1, _scopes.Tab, "currentSession.name");

        Assert.Equal(["me 7 currentSession.name=\"same\""], MakeCurrent(_scopes.Tab, _scopes.Other));
        Assert.Equal(["me 7 currentSession.name=\"new\""], Set(_scopes.Other, "name", "new"));
        Assert.Empty(Set(_scopes.Session, "name", "unseen"));
    }

    [Fact]
    public void A_change_from_before_a_context_was_replaced_is_not_told_twice()
    {
        _table.Add("me", 1, _scopes.Tab, "currentSession.name");
        _scopes.Tab.MakeCurrent(_scopes.Other, ActorRefs.Nobody);
        _scopes.Other.Variables = _scopes.Other.Variables.With("name", Value.Of("early"));
        var version = _scopes.Other.Variables.Version;

        Assert.Equal(["me 7 currentSession.name=\"early\""], Texts(_table.Rewired(_scopes.Tab)));
        Assert.Empty(Texts(_table.Changed(_scopes.Other, "name", Value.Of("early"), version)));
        Assert.Equal(["me 7 currentSession.name=\"late\""], Set(_scopes.Other, "name", "late"));
    }

    [Fact]
    public void A_context_that_comes_and_goes_is_heard_as_set_and_unset()
    {
        Set(_scopes.Session, "name", "a");
        _scopes.Tab.MakeCurrent(null, ActorRefs.Nobody);
        _table.Add("me", 1, _scopes.Tab, "currentSession.name");

        Assert.Equal(["me 7 currentSession.name=\"a\""], MakeCurrent(_scopes.Tab, _scopes.Session));
        Assert.Equal(["me 7 currentSession.name=null"], MakeCurrent(_scopes.Tab, null));
        Assert.Empty(Set(_scopes.Session, "name", "unseen"));
    }

    [Fact]
    public void Moving_a_session_to_another_tab_of_the_same_app_says_nothing_of_the_app()
    {
        var elsewhere = new ScopeHandle(ScopeKind.Tab, "8");
        elsewhere.PlaceIn(_scopes.Window, ActorRefs.Nobody);
        _table.Open(elsewhere);
        _table.Add("app", 1, _scopes.Session, "iterm2.pid");
        _table.Add("tab", 1, _scopes.Session, "tab.title");

        _scopes.Session.PlaceIn(elsewhere, ActorRefs.Nobody);

        Assert.Equal(["tab S1 tab.title=null"], Texts(_table.Rewired(_scopes.Session)));
        Assert.Equal(["app S1 iterm2.pid=\"1\""], Set(_scopes.App, "pid", "1"));
    }

    [Fact]
    public void A_monitor_of_all_sessions_hears_those_made_later_and_names_each()
    {
        _table.AddAll("me", 1, ScopeKind.Session, "tab.title");
        var later = new ScopeHandle(ScopeKind.Session, "S3");
        later.PlaceIn(_scopes.Tab, ActorRefs.Nobody);
        _table.Open(later);

        Assert.Equal(
            ["me S1 tab.title=\"t\"", "me S2 tab.title=\"t\"", "me S3 tab.title=\"t\""], Set(_scopes.Tab, "title", "t").Order());
    }

    [Fact]
    public void A_closed_scope_is_heard_no_more_and_leaves_nothing_behind()
    {
        _table.Add("one", 1, _scopes.Session, "name");
        _table.AddAll("all", 1, ScopeKind.Session, "name");

        _scopes.Session.Close();
        _table.Close(_scopes.Session);

        Assert.Empty(Set(_scopes.Session, "name", "x"));
        Assert.Equal(["all S2 name=\"x\""], Set(_scopes.Other, "name", "x"));
        Assert.False(_table.Contains("one", 1));
        Assert.Equal(1, _table.Count);
    }

    [Fact]
    public void A_monitor_on_a_closed_scope_is_not_kept()
    {
        _scopes.Session.Close();
        _table.Close(_scopes.Session);

        Assert.True(_table.Add("me", 1, _scopes.Session, "name"));

        Assert.Equal(0, _table.Count);
    }

    [Fact]
    public void The_same_tag_replaces_and_removing_ends()
    {
        _table.Add("me", "tag", _scopes.Session, "name");
        _table.Add("me", "tag", _scopes.Session, "title");
        Assert.Empty(Set(_scopes.Session, "name", "x"));
        Assert.Single(Set(_scopes.Session, "title", "x"));

        _table.Remove("me", "tag");
        _table.Remove("me", "tag");

        Assert.Empty(Set(_scopes.Session, "title", "y"));
        Assert.Equal(0, _table.Count);
    }

    [Fact]
    public void A_subscriber_that_ends_takes_all_its_monitors_along()
    {
        _table.Add("me", 1, _scopes.Session, "name");
        _table.AddAll("me", 2, ScopeKind.Session, "name");
        _table.Add("other", 1, _scopes.Session, "name");

        _table.RemoveAll("me");

        Assert.Equal(["other S1 name=\"x\""], Set(_scopes.Session, "name", "x"));
        Assert.Equal(1, _table.Count);
    }

    [Fact]
    public void A_variable_that_would_feed_itself_is_a_cycle()
    {
        Assert.True(_table.Add("a", 1, _scopes.Session, "x", [new VariableKey(_scopes.Session, "y")]));
        Assert.True(_table.Add("b", 1, _scopes.Tab, "currentSession.y", [new VariableKey(_scopes.Tab, "z")]));

        Assert.False(_table.Add("c", 1, _scopes.Session, "tab.z", [new VariableKey(_scopes.Session, "x")]));
        Assert.False(_table.Add("d", 1, _scopes.Session, "w", [new VariableKey(_scopes.Session, "w")]));
        Assert.Equal(2, _table.Count);
    }

    [Fact]
    public void A_cycle_that_closes_when_a_context_is_replaced_ends_that_monitor_and_says_so()
    {
        _table.Add("tab", "t", _scopes.Tab, "currentSession.name", [new VariableKey(_scopes.Tab, "title")]);
        _table.Add("session", "s", _scopes.Other, "tab.title", [new VariableKey(_scopes.Other, "name")]);

        Assert.Equal(["tab cycle t"], MakeCurrent(_scopes.Tab, _scopes.Other));

        Assert.False(_table.Contains("tab", "t"));
        Assert.True(_table.Contains("session", "s"));
    }

    private List<string> Set(ScopeHandle scope, string name, string? text)
    {
        var value = text is null ? Value.Null : Value.Of(text);
        scope.Variables = text is null ? scope.Variables.Without(name) : scope.Variables.With(name, value);
        return Texts(_table.Changed(scope, name, value, scope.Variables.Version));
    }

    private List<string> MakeCurrent(ScopeHandle scope, ScopeHandle? current)
    {
        scope.MakeCurrent(current, ActorRefs.Nobody);
        return Texts(_table.Rewired(scope));
    }

    private static List<string> Texts(IEnumerable<MonitorTable<string>.Notice> notices) => [.. notices.Select(notice => notice.Message switch
    {
        VariableChanged change => $"{notice.Subscriber} {change.Identifier} {change.Name}={change.Value}",
        CycleDetected cycle => $"{notice.Subscriber} cycle {cycle.Tag}",
        var other => other.ToString()!,
    })];
}
