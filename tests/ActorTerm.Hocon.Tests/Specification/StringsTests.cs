namespace ActorTerm.Hocon.Tests.Specification;

/// <summary>HOCON.md, "Unquoted strings" and "Multi-line strings".</summary>
public sealed class StringsTests
{
    [Theory]
    [InlineData("foo", "foo")]
    [InlineData("truefoo", "truefoo")]
    [InlineData("footrue", "footrue")]
    [InlineData("10.0bar", "10.0bar")]
    [InlineData("bar10.0", "bar10.0")]
    [InlineData("10e3e3", "10e3e3")]
    [InlineData("1-e3", "1-e3")]
    [InlineData("1.0.0", "1.0.0")]
    [InlineData("1.0.", "1.0.")]
    [InlineData("-foo", "-foo")]
    [InlineData("0700", "0700")]
    [InlineData("/bin/sh", "/bin/sh")]
    [InlineData("a/b//c", "a/b")]
    [InlineData("(42)", "(42)")]
    [InlineData("it's", "it's")]
    [InlineData("a.b;c|d~e%f<g>", "a.b;c|d~e%f<g>")]
    [InlineData("\u00e4\ud83d\ude00", "\u00e4\ud83d\ude00")]
    [InlineData("\u0001x", "\u0001x")]
    public void Text_without_reserved_characters_needs_no_quotes(string written, string meant) =>
        Assert.Equal(meant, Assert.IsType<HoconString>(Tree.Of($"a : {written}").Single().Value).Text);

    [Theory]
    [InlineData("true", typeof(HoconBoolean))]
    [InlineData("false", typeof(HoconBoolean))]
    [InlineData("null", typeof(HoconNull))]
    [InlineData("10", typeof(HoconNumber))]
    [InlineData("-10.5e-3", typeof(HoconNumber))]
    [InlineData("10e+3", typeof(HoconNumber))]
    [InlineData("True", typeof(HoconString))]
    [InlineData("\"true\"", typeof(HoconString))]
    [InlineData("\"10\"", typeof(HoconString))]
    public void Keywords_and_numbers_are_values_of_their_own_kind(string written, Type kind) =>
        Assert.IsType(kind, Tree.Of($"a : {written}").Single().Value);

    [Theory]
    [InlineData("\"\"\"hello\"\"\"", "hello")]
    [InlineData("\"\"\"hello\nworld\"\"\"", "hello\nworld")]
    [InlineData("\"\"\"hello\\nworld \\u0041\"\"\"", "hello\\nworld \\u0041")]
    [InlineData("\"\"\"  \n  hello\t\n\"\"\"", "  \n  hello\t\n")]
    [InlineData("\"\"\" \"hello\" \"\"\"", " \"hello\" ")]
    [InlineData("\"\"\"\"hello\"\"\"", "\"hello")]
    [InlineData("\"\"\"hello\"\"\"\"", "hello\"")]
    [InlineData("\"\"\"hello\"\"\"\"\"\"", "hello\"\"\"")]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"\"\"\"\"\"", "\"\"")]
    [InlineData("\"\"\"foo\"\"bar\"\"\"", "foo\"\"bar")]
    [InlineData("\"\"\"${x} # no comment\"\"\"", "${x} # no comment")]
    public void Triple_quotes_take_everything_as_it_is(string written, string meant) =>
        Assert.Equal(meant, Config.Of(Tree.Of($"a : {written}")).GetString("a"));
}
