namespace ActorTerm.Client.Tests;

public sealed class IdSelectorTests
{
    private static readonly (string Id, string Name)[] Items =
    [
        ("ABCD-1", "shell"),
        ("ABCE-2", "ABCD"),
        ("pty-77", "shell"),
        ("5", ""),
        ("55", ""),
    ];

    [Theory]
    [InlineData("ABCD-1", "ABCD-1")]
    [InlineData("abcd-1", "ABCD-1")]
    [InlineData("abcd-", "ABCD-1")]
    [InlineData("ABCD", "ABCE-2")]     // a name wins over the beginning of an id
    [InlineData("5", "5")]             // a whole id wins over the beginning of another
    [InlineData("77", "pty-77")]
    [InlineData("pty", "pty-77")]
    public void What_people_write_means_one_thing(string text, string id)
    {
        Assert.Equal(id, Pick(text).Id);
    }

    [Theory]
    [InlineData("ABC", "`ABC` can mean 2 sessions: ABCD-1, ABCE-2")]
    [InlineData("shell", "`shell` can mean 2 sessions: ABCD-1, pty-77")]
    [InlineData("nope", "there is no session `nope`")]
    [InlineData("Shell", "there is no session `Shell`")]
    public void Or_it_is_refused_with_what_it_could_have_meant(string text, string message)
    {
        Assert.Equal(message, Assert.Throws<SelectionException>(() => Pick(text)).Message);
    }

    [Fact]
    public void An_empty_text_means_nothing_that_has_a_name()
    {
        Assert.Throws<SelectionException>(() => IdSelector.Pick("session", "", Items[..3], item => item.Id, item => item.Name));
    }

    [Fact]
    public void Of_many_only_some_are_named()
    {
        var many = Enumerable.Range(10, 20).Select(i => ($"A{i}", "")).ToArray();

        var refusal = Assert.Throws<SelectionException>(() => IdSelector.Pick("session", "A", many, item => item.Item1, item => item.Item2));

        Assert.Equal("`A` can mean 20 sessions: A10, A11, A12, A13, A14, ...", refusal.Message);
    }

    [Fact]
    public void Where_there_is_nothing_the_message_is_short()
    {
        Assert.Equal("there is no session", Assert.Throws<SelectionException>(() => IdSelector.Pick<string>("session", "x", [], id => id, id => id)).Message);
    }

    private static (string Id, string Name) Pick(string text) => IdSelector.Pick("session", text, Items, item => item.Id, item => item.Name);
}
