namespace ActorTerm.Language.Tests.Names;

public sealed class NameTests
{
    [Fact]
    public void A_signature_sorts_its_arguments()
    {
        var signature = new FunctionSignature("ns.sub.f", "b", "a", "B");

        Assert.Equal("ns.sub.f(B,a,b)", signature.ToString());
        Assert.Equal<IEnumerable<string>>(["B", "a", "b"], signature.Arguments);
        Assert.Equal("f", signature.Name);
        Assert.Equal("f", new FunctionSignature("f").Name);
        Assert.Equal("f()", new FunctionSignature("f").ToString());
    }

    [Fact]
    public void Signatures_are_equal_when_their_texts_are()
    {
        var signature = new FunctionSignature("f", "a", "b");

        Assert.Equal(signature, new FunctionSignature("f", "b", "a"));
        Assert.Equal(signature.GetHashCode(), new FunctionSignature("f", "b", "a").GetHashCode());
        Assert.NotEqual(signature, new FunctionSignature("f", "a"));
        Assert.NotEqual(signature, new FunctionSignature("F", "a", "b"));
        Assert.False(signature.Equals(null));
    }

    [Fact]
    public void A_signature_refuses_an_argument_named_twice() => Assert.Throws<ArgumentException>(() => new FunctionSignature("f", "a", "b", "a"));

    [Theory]
    [InlineData("f", true)]
    [InlineData("F_1", true)]
    [InlineData("_", true)]
    [InlineData("2x", true)]
    [InlineData("", false)]
    [InlineData("a.b", false)]
    [InlineData("a-b", false)]
    [InlineData("é", false)]
    [InlineData("a b", false)]
    public void Names_to_register_are_letters_digits_and_underscores(string name, bool isValid) =>
        Assert.Equal(isValid, FunctionSignature.IsValidName(name));

    [Theory]
    [InlineData("id", "id", false)]
    [InlineData("user.x", "user.x", false)]
    [InlineData("_a.b1.true", "_a.b1.true", false)]
    [InlineData("id?", "id", true)]
    public void A_path_is_names_joined_by_dots(string text, string name, bool isOptional)
    {
        Assert.True(VariablePath.TryParse(text, out var path));

        Assert.Equal(name, path.Name);
        Assert.Equal(name.Split('.'), path.Segments);
        Assert.Equal(isOptional, path.IsOptional);
        Assert.Equal(text, path.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("a.")]
    [InlineData(".a")]
    [InlineData("a..b")]
    [InlineData("a??")]
    [InlineData("a b")]
    [InlineData("a[1]")]
    [InlineData("1a")]
    [InlineData("a-b")]
    public void Anything_else_is_no_path(string? text) => Assert.False(VariablePath.TryParse(text, out _));

    [Fact]
    public void A_name_that_invocations_cannot_spell_is_still_a_path()
    {
        var path = VariablePath.Of("user.git-branch");

        Assert.Equal<IEnumerable<string>>(["user", "git-branch"], path.Segments);
    }

    [Fact]
    public void Paths_are_equal_when_their_texts_are()
    {
        Assert.Equal(VariablePath.Of("a.b"), VariablePath.Of("a.b"));
        Assert.NotEqual(VariablePath.Of("a.b"), VariablePath.Of("a.b").AsOptional());
        Assert.NotEqual(VariablePath.Of("a.b"), VariablePath.Of("a.c"));
    }
}
