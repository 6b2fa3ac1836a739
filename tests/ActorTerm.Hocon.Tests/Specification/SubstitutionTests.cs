namespace ActorTerm.Hocon.Tests.Specification;

/// <summary>HOCON.md, "Substitutions" and "Substitution fallback to environment variables".</summary>
public sealed class SubstitutionTests
{
    [Theory]
    [InlineData("key : ${animal.favorite} is my favorite animal, animal.favorite : cat", "key : \"cat is my favorite animal\", animal.favorite : cat")]
    [InlineData("key : ${animal.favorite}\" is my favorite animal\", animal.favorite : cat", "key : \"cat is my favorite animal\", animal.favorite : cat")]
    [InlineData("key : \"${animal}\"", "key : \"${animal}\"")]
    [InlineData("a=1,b=${a},a=2", "a : 2, b : 2")]
    [InlineData("a : ${b}, b : ${c.d.e}, c { d { e : 57 } }", "a : 57, b : 57, c.d.e : 57")]
    [InlineData("a : ${ x }, x : [1, { y : null }]", "a : [1, { y : null }], x : [1, { y : null }]")]
    [InlineData("a : ${\"x.y\"}, \"x.y\" : true, x.y : false", "a : true, \"x.y\" : true, x.y : false")]
    [InlineData("a : ${x.y}, x { y : 1 }, x { y : { z : 2 } }", "a : { z : 2 }, x.y.z : 2")]
    public void A_substitution_is_the_final_value_of_its_path(string text, string expected) => Tree.AssertSame(expected, text);

    [Theory]
    [InlineData("foo : ${?bar}", "")]
    [InlineData("foo : 1, foo : ${?bar}", "foo : 1")]
    [InlineData("foo : { a : 1 }, foo : ${?bar}", "foo : { a : 1 }")]
    [InlineData("foo : { a : 1 }, foo : ${?bar}, foo { b : 2 }", "foo : { a : 1, b : 2 }")]
    [InlineData("foo : [1, ${?bar}, 2]", "foo : [1, 2]")]
    [InlineData("foo : ${?bar}${?baz}", "")]
    [InlineData("a : ${?missing}, b : ${?also.missing}, c : ${?b}, d : ${?c}", "")]
    public void An_undefined_optional_substitution_leaves_no_value(string text, string expected) => Tree.AssertSame(expected, text);

    [Theory]
    [InlineData("HERE : 43, a : 42, a : ${?HERE}", "HERE : 43, a : 43")]
    [InlineData("HERE : 43, a : { b : 42 }, a : ${?HERE}", "HERE : 43, a : 43")]
    [InlineData("HERE : 4, a : [1, ${?HERE}]", "HERE : 4, a : [1, 4]")]
    public void A_defined_optional_substitution_is_like_any_other(string text, string expected) => Tree.AssertSame(expected, text);

    [Theory]
    [InlineData("foo : ${does-not-exist}, foo : 42", "foo : 42")]
    [InlineData("a { b : ${nothing} }, a : null", "a : null")]
    public void A_hidden_substitution_is_never_looked_up(string text, string expected) => Tree.AssertSame(expected, text);

    [Fact]
    public void An_object_does_not_hide_a_substitution() => Assert.Throws<HoconException>(() => Tree.Of("a : ${nonexistent}, a : { b : 42 }"));

    [Fact]
    public void What_the_configuration_lacks_is_asked_of_the_environment() => Tree.AssertSame(
        "home : /home/ada, empty : \"\", path : \"/home/ada/bin\", port : \"80\"",
        "home : ${HOME}, empty : ${EMPTY}, none : ${?NONE}, path : ${HOME}/bin, port : ${PORT}",
        name => name switch { "HOME" => "/home/ada", "EMPTY" => "", "PORT" => "80", _ => null });

    [Fact]
    public void The_configuration_goes_before_the_environment() => Tree.AssertSame("HOME : here, a : here", "HOME : here, a : ${HOME}", _ => "there");

    [Fact]
    public void A_variable_of_the_environment_is_a_text_that_converts_like_any_other()
    {
        var config = HoconParser.ParseText("a : ${COUNT}, b : ${COUNT} s").Resolve(_ => "5");

        Assert.IsType<HoconString>(config.Root.First().Value);
        Assert.Equal((5, TimeSpan.FromSeconds(5)), (config.GetInt("a"), config.GetDuration("b")));
    }

    [Fact]
    public void A_null_keeps_the_environment_out() => Tree.AssertSame("HOME : null, a : null", "HOME : null, a : ${HOME}", _ => "there");

    [Fact]
    public void Without_an_environment_none_is_asked() =>
        Assert.Equal(
            "test.conf:1:5: expected a value for ${PATH}: neither the configuration nor the environment has one",
            Tree.ComplaintOf("a : ${PATH}"));

    [Fact]
    public void Values_of_the_environment_tell_where_they_come_from() =>
        Assert.Equal("environment variable HOME", Tree.Of("a : ${HOME}", _ => "/home/ada").Single().Value.Origin.ToString());

    [Fact]
    public void A_configuration_resolves_differently_in_different_environments()
    {
        var parsed = HoconParser.ParseText("a : ${WHERE}, b : [${a}]");

        Assert.Equal("here", parsed.Resolve(_ => "here").GetStringList("b").Single());
        Assert.Equal("there", parsed.Resolve(_ => "there").GetStringList("b").Single());
    }
}
