using ActorTerm.Language;
using ActorTerm.Runtime.Variables;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Tests.Variables;

public class ScopeHandleTests
{
    private readonly Scopes _scopes = new();

    public ScopeHandleTests()
    {
        Set(_scopes.App, "pid", 1);
        Set(_scopes.App, "user.x", 2);
        Set(_scopes.Window, "title", "a window");
        Set(_scopes.Tab, "title", "a tab");
        Set(_scopes.Tab, "user.x", 3);
        Set(_scopes.Session, "name", "first");
        Set(_scopes.Session, "user.x", 4);
        Set(_scopes.Other, "name", "second");
    }

    [Theory]
    [InlineData("name", "\"first\"")]
    [InlineData("user.x", "4")]
    [InlineData("session.name", "\"first\"")]
    [InlineData("session.session.user.x", "4")]
    [InlineData("tab.title", "\"a tab\"")]
    [InlineData("tab.user.x", "3")]
    [InlineData("tab.window.title", "\"a window\"")]
    [InlineData("tab.currentSession.name", "\"first\"")]
    [InlineData("tab.window.currentTab.currentSession.user.x", "4")]
    [InlineData("iterm2.pid", "1")]
    [InlineData("iterm2.user.x", "2")]
    [InlineData("tab.iterm2.pid", "1")]
    [InlineData("pid", "null")]
    [InlineData("title", "null")]
    [InlineData("window.title", "null")]
    [InlineData("tab", "null")]
    [InlineData("tab.", "null")]
    [InlineData(".name", "null")]
    [InlineData("", "null")]
    [InlineData("user", "null")]
    [InlineData("parentSession.name", "null")]
    public void A_session_sees_its_own_variables_and_those_of_what_it_is_in(string path, string json) =>
        Assert.Equal(json, _scopes.Session.Read(path).ToString());

    [Fact]
    public void The_app_sees_its_variables_bare_and_as_iterm2_and_no_session()
    {
        Assert.Equal("1", _scopes.App.Read("pid").ToString());
        Assert.Equal("1", _scopes.App.Read("iterm2.pid").ToString());
        Assert.True(_scopes.App.Read("session.name").IsNull);
    }

    [Fact]
    public void A_tab_and_a_window_reach_what_is_current_in_them()
    {
        Assert.Equal(Value.Of("first"), _scopes.Tab.Read("currentSession.name"));
        Assert.Equal(Value.Of("first"), _scopes.Window.Read("currentTab.currentSession.name"));

        _scopes.Tab.MakeCurrent(_scopes.Other, ActorRefs.Nobody);

        Assert.Equal(Value.Of("second"), _scopes.Tab.Read("currentSession.name"));
        Assert.Equal(Value.Of("second"), _scopes.Window.Read("currentTab.currentSession.name"));
    }

    [Fact]
    public void A_session_made_from_another_reaches_it_until_it_is_closed()
    {
        var made = new ScopeHandle(ScopeKind.Session, "S3", _scopes.Session);
        Assert.Equal(Value.Of("first"), made.Read("parentSession.name"));

        made.Close();

        Assert.True(made.Read("parentSession.name").IsNull);
    }

    [Fact]
    public void A_session_that_stands_nowhere_has_no_tab_and_no_app()
    {
        var alone = new ScopeHandle(ScopeKind.Session, "S3");

        Assert.True(alone.Read("tab.title").IsNull);
        Assert.True(alone.Read("iterm2.pid").IsNull);
    }

    private static void Set(ScopeHandle scope, string name, object value) =>
        scope.Variables = scope.Variables.With(name, value is int number ? Value.Of(number) : Value.Of((string)value));
}
