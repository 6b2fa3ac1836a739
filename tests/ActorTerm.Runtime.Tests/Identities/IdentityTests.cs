using ActorTerm.Runtime.Identities;

namespace ActorTerm.Runtime.Tests.Identities;

public sealed class IdentityTests
{
    [Fact]
    public void A_session_id_is_an_upper_case_uuid_however_it_was_written()
    {
        var id = SessionId.New();

        Assert.True(SessionId.TryParse(id.ToString().ToLowerInvariant(), out var read));

        Assert.Equal(id, read);
        Assert.Matches("^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$", read.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("session")]
    [InlineData("active ")]
    public void What_names_no_session_is_no_target(string? text) => Assert.False(SessionTarget.TryParse(text, out _));

    [Fact]
    public void Active_and_all_are_targets_and_no_identities()
    {
        Assert.True(SessionTarget.TryParse("active", out var active) && active.IsActive);
        Assert.True(SessionTarget.TryParse("all", out var all) && all.IsAll);
        Assert.False(SessionId.TryParse("all", out _));
    }

    [Fact]
    public void Window_and_tab_ids_survive_their_text()
    {
        var window = WindowId.New();

        Assert.True(WindowId.TryParse(window.ToString(), out var readWindow) && readWindow == window);
        Assert.True(TabId.TryParse("17", out var tab) && tab.Number == 17);
        Assert.False(TabId.TryParse("-1", out _));
        Assert.False(WindowId.TryParse("pty-x", out _));
    }
}
