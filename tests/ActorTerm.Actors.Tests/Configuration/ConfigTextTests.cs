namespace ActorTerm.Actors.Tests.Configuration;

public class ConfigTextTests
{
    [Theory]
    [InlineData("a.b = 1", "a.b", "1")]
    [InlineData("a { b = 1 }", "a.b", "1")]
    [InlineData("{ a { b : 1 } }", "a.b", "1")]
    [InlineData("a.b { c.d = x }", "a.b.c.d", "x")]
    [InlineData("a = \"quoted, { } # text\"", "a", "quoted, { } # text")]
    [InlineData("a = \"with \\\"escapes\\\" \\\\ \\n\"", "a", "with \"escapes\" \\ \n")]
    [InlineData("a = some words # a comment", "a", "some words")]
    [InlineData("a = some words // a comment", "a", "some words")]
    [InlineData("# first\na = 1\n// last", "a", "1")]
    [InlineData("a = 1, b = 2", "b", "2")]
    [InlineData("a { b = 1, c = 2 }", "a.c", "2")]
    [InlineData("a = 1\na = 2", "a", "2")]
    [InlineData("\"a\".b = 1", "a.b", "1")]
    [InlineData("a =\n  1", "a", "1")]
    [InlineData("a = 1\r\nb = 2\r\n", "a", "1")]
    public void Settings_are_found_by_their_path(string text, string path, string value) =>
        Assert.Equal(value, ConfigurationFactory.ParseString(text).Find(path));

    [Theory]
    [InlineData("a = []", "")]
    [InlineData("a = [x]", "x")]
    [InlineData("a = [x, \"y, z\"]", "x|y, z")]
    [InlineData("a = [\n  x\n  y\n]", "x|y")]
    [InlineData("a = x", "x")]
    public void A_list_keeps_its_order(string text, string items) =>
        Assert.Equal(items, string.Join('|', ConfigurationFactory.ParseString(text).FindList("a")!));

    [Theory]
    [InlineData("")]
    [InlineData("# nothing")]
    [InlineData("{ }")]
    public void Nothing_is_a_configuration_too(string text)
    {
        Assert.Null(ConfigurationFactory.ParseString(text).Find("a"));
        Assert.Null(ConfigurationFactory.ParseString(text).FindList("a"));
    }

    [Theory]
    [InlineData("a", 1, 2)]
    [InlineData("a =", 1, 4)]
    [InlineData("a {", 1, 4)]
    [InlineData("a = [x", 1, 7)]
    [InlineData("a = \"x", 1, 7)]
    [InlineData("a = \"x\\", 1, 8)]
    [InlineData("a = 1\n}", 2, 1)]
    [InlineData("a = 1\n  = 2", 2, 3)]
    [InlineData("a = \"\\q\"", 1, 7)]
    public void A_malformed_text_is_refused_with_its_place(string text, int line, int column)
    {
        var refused = Assert.Throws<FormatException>(() => ConfigurationFactory.ParseString(text));

        Assert.Contains($"line {line}, column {column}:", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_a_configuration_or_malformed()
    {
        var random = new Random(7);
        const string Alphabet = "ab.={}[]\",:#/\\ \n";
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string(Enumerable.Range(0, random.Next(12)).Select(_ => Alphabet[random.Next(Alphabet.Length)]).ToArray());

            var thrown = Record.Exception(() => ConfigurationFactory.ParseString(text));

            Assert.True(thrown is null or FormatException, $"'{text}' threw {thrown}");
        }
    }
}
