namespace ActorTerm.Language.Tests.BuiltIns;

public sealed class PureFunctionsTests
{
    [Theory]
    [InlineData("[]", "0")]
    [InlineData("[1]", "1")]
    [InlineData("""[1, [2, 3], {"a": [4, 5]}, "x,y", null]""", "5")]
    public void Count_is_the_number_of_items(string array, string count)
    {
        Assert.Null(PureFunctions.Count(Value.Parse(array), out var value));

        Assert.Equal(count, value.ToString());
    }

    [Theory]
    [InlineData("null", "null")]
    [InlineData("1", "a number")]
    [InlineData("\"a\"", "a string")]
    [InlineData("{}", "an object")]
    [InlineData("true", "a boolean")]
    public void Count_refuses_what_is_no_array(string value, string kind)
    {
        var error = PureFunctions.Count(Value.Parse(value), out _);

        Assert.Equal(ErrorCode.BuiltInArgument, error!.Code);
        Assert.Equal($"argument \"array\" of iterm2.count(array) must be an array, not {kind}", error.Message);
    }

    [Theory]
    [InlineData("abcXYZ019-._~", "abcXYZ019-._~")]
    [InlineData("a b&c=d/e?f+g:@!$'()*,;", "a%20b&c=d/e?f+g:@!$'()*,;")]
    [InlineData("%#[]{}<>\"\\^`|", "%25%23%5B%5D%7B%7D%3C%3E%22%5C%5E%60%7C")]
    [InlineData("é😀\n", "%C3%A9%F0%9F%98%80%0A")]
    [InlineData("", "")]
    public void Url_encoding_keeps_the_characters_of_a_query(string text, string encoded)
    {
        Assert.Null(PureFunctions.UrlEncode(Value.Of(text), out var value));

        Assert.True(value.TryGetString(out var actual));
        Assert.Equal(encoded, actual);
    }

    [Fact]
    public void Url_encoding_refuses_what_is_no_string()
    {
        var error = PureFunctions.UrlEncode(Value.Of(1), out _);

        Assert.Equal("argument \"string\" of iterm2.urlEncode(string) must be a string, not a number", error!.Message);
    }

    [Fact]
    public void The_signatures_are_those_that_invocations_spell()
    {
        Assert.Equal("iterm2.count(array)", PureFunctions.CountSignature.ToString());
        Assert.Equal("iterm2.urlEncode(string)", PureFunctions.UrlEncodeSignature.ToString());
    }
}
