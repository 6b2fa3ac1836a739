using ActorTerm.Language;
using static ActorTerm.Runtime.Variables.VariablesProtocol;

namespace ActorTerm.Runtime.Tests.Variables;

public class ScopeViewTests
{
    private readonly Scopes _scopes = new();
    private readonly ScopeView _view = new();

    [Fact]
    public void All_variables_of_a_scope_are_of_the_same_moment_until_it_is_looked_at_again()
    {
        Set("a", "1");
        Set("b", "1");
        _view.LookAt(_scopes.Session);
        Assert.Equal("1", Find("a"));

        Set("a", "2");
        Set("b", "2");

        Assert.Equal("1", Find("b"));
        _view.LookAt(_scopes.Session);
        Assert.Equal("2", Find("b"));
    }

    [Theory]
    [InlineData("name", Lookup.Value)]
    [InlineData("nope", Lookup.Undefined)]
    [InlineData("user", Lookup.Context)]
    [InlineData("tab", Lookup.Context)]
    [InlineData("tab.user", Lookup.Context)]
    [InlineData("iterm2", Lookup.Context)]
    [InlineData("parentSession", Lookup.Undefined)]
    [InlineData("currentTab", Lookup.Undefined)]
    [InlineData("matches", Lookup.Value)]
    [InlineData("trigger", Lookup.Context)]
    [InlineData("trigger.input", Lookup.Value)]
    [InlineData("trigger.nope", Lookup.Undefined)]
    public void A_name_is_a_value_a_context_or_nothing(string path, Lookup expected)
    {
        Set("name", "\"n\"");
        var frame = new ScopeFrame(
            new KeyValuePair<string, Value>("matches", Value.Parse("[]")), new KeyValuePair<string, Value>("trigger.input", Value.Of("line")));

        Assert.Equal(expected, _view.LookAt(_scopes.Session, frame).Find(VariablePath.Of(path), out _));
    }

    [Fact]
    public void A_frame_hides_the_scopes_variable_of_the_same_name()
    {
        Set("name", "\"scope\"");

        _view.LookAt(_scopes.Session, new ScopeFrame(new KeyValuePair<string, Value>("name", Value.Of("frame"))));

        Assert.Equal("\"frame\"", Find("name"));
    }

    [Theory]
    [InlineData("user.v", true)]
    [InlineData("tab.user.v", true)]
    [InlineData("user.a.b", false)]
    [InlineData("name", false)]
    [InlineData("iterm2.user.v", false)]
    public void Only_user_variables_of_sessions_tabs_and_windows_can_be_given_away_to_be_written(string path, bool expected) =>
        Assert.Equal(expected, _view.LookAt(_scopes.Session).IsUserWritable(VariablePath.Of(path)));

    private void Set(string name, string json) => _scopes.Session.Variables = _scopes.Session.Variables.With(name, Value.Parse(json));

    private string Find(string path)
    {
        _view.Find(VariablePath.Of(path), out var value);
        return value.ToString();
    }
}
