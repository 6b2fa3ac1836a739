namespace ActorTerm.Hocon.Tests.Specification;

/// <summary>HOCON.md, "Self-Referential Substitutions", "The += field separator" and their examples.</summary>
public sealed class SelfReferenceTests
{
    [Theory]
    [InlineData("path : \"a:b:c\", path : ${path}\":d\"", "path : \"a:b:c:d\"")]
    [InlineData("foo : { a : 1 }, foo : ${foo}", "foo : { a : 1 }")]
    [InlineData("foo : ${?foo}", "")]
    [InlineData("foo : ${foo}, foo : 42", "foo : 42")]
    [InlineData("foo : { a : { c : 1 } }, foo : ${foo.a}, foo : { a : 2 }", "foo : { a : 2, c : 1 }")]
    [InlineData("a = ${?a}foo", "a : foo")]
    [InlineData("a = ${?a}foo${?a}", "a : foo")]
    [InlineData("a = 1, a = ${?a}foo${?a}", "a : \"1foo1\"")]
    [InlineData("a = 1, a = ${a}x, a = ${a}y, a = ${a}z", "a : \"1xyz\"")]
    [InlineData("a = 1, a = ${a}, a = 2", "a : 2")]
    [InlineData("a = {b=5}, a = ${a}, a = {c=6}", "a : { b : 5, c : 6 }")]
    [InlineData("a.b.c = 1, a.b.c = ${a.b.c}", "a.b.c : 1")]
    [InlineData("a = {b={c=5}}, a = ${a.b}, a = {b=2}", "a : { b : 2, c : 5 }")]
    [InlineData("a = { b : 3 }, a = { b : 2 } ${a}", "a : { b : 3 }")]
    [InlineData("a = [1], a = ${a} [${a}]", "a : [1, [1]]")]
    [InlineData("a = 1, b = ${a}, a = ${b}", "a : 1, b : 1")]
    [InlineData("a = ${?b}foo, b = ${?a}", "a : foo")]
    public void A_field_that_refers_to_itself_looks_back(string text, string expected) => Tree.AssertSame(expected, text);

    [Theory]
    [InlineData("bar : { foo : 42, baz : ${bar.foo} }", "bar : { foo : 42, baz : 42 }")]
    [InlineData("bar : { foo : 42, baz : ${bar.foo} }, bar : { foo : 43 }", "bar : { foo : 43, baz : 43 }")]
    [InlineData("bar : 101, bar : { foo : 42, baz : ${bar.foo} }", "bar : { foo : 42, baz : 42 }")]
    [InlineData("bar : { a : ${foo.d}, b : 1 }, bar.b = 3, foo : { c : ${bar.b}, d : 2 }, foo.d = 4", "bar : { a : 4, b : 3 }, foo : { c : 3, d : 4 }")]
    [InlineData("a = {b={c=5}}, a = { x : ${a.b} }, a = {b=2}", "a : { b : 2, x : 2 }")]
    [InlineData("foo : ${a.b.c}, a { b { c : 42, d : ${foo} }, e : ${foo} }", "foo : 42, a { b { c : 42, d : 42 }, e : 42 }")]
    [InlineData("a = ${b} { name : me, label : ${a.name} }, b : { x : 1 }", "a : { x : 1, name : me, label : me }, b : { x : 1 }")]
    [InlineData("d { a = 1 }, i = ${d}, i.c = ${j.d}, j = ${d}, j.d = ${i.a}", "d { a : 1 }, i { a : 1, c : 1 }, j { a : 1, d : 1 }")]
    public void A_reference_inside_an_object_looks_forward(string text, string expected) => Tree.AssertSame(expected, text);

    [Theory]
    [InlineData("d { a = 1, b = 2 }, i = ${d}, i.b = 3, j = ${i.b}", "d { a : 1, b : 2 }, i { a : 1, b : 3 }, j : 3")]
    [InlineData("d { a = 1, b = { c : 31 } }, i = ${d}, i.b = { e : 41 }", "d { a : 1, b { c : 31 } }, i { a : 1, b { c : 31, e : 41 } }")]
    [InlineData("d { a = 1, b = 2 }, i.b = 7, i = ${d}, j = ${i.b}", "d { a : 1, b : 2 }, i { b : 2, a : 1 }, j : 2")]
    [InlineData("i = 345, i = ${?NONE}, i = ${d}, i = {}, i.x = 1, d { m : ${z} }, z : 15", "i { m : 15, x : 1 }, d { m : 15 }, z : 15")]
    public void Objects_merge_through_substitutions(string text, string expected) => Tree.AssertSame(expected, text);

    [Theory]
    [InlineData("a += b", "a : [b]")]
    [InlineData("a = [], a += 2", "a : [2]")]
    [InlineData("a += 1, a += [2], a += { b : 3 }", "a : [1, [2], { b : 3 }]")]
    [InlineData("x { a += 1, a += 2 }, x.a += 3", "x.a : [1, 2, 3]")]
    [InlineData("a : { b : { c : [1] } }, a : { b : { c += 2 } }", "a.b.c : [1, 2]")]
    [InlineData("a = ${x}, a += ${y}, x = [1], y = 2", "a : [1, 2], x : [1], y : 2")]
    [InlineData("a = 5, a = [1], a += ${?none}", "a : [1]")]
    [InlineData("x = [ { a += 1, a += 2 } ]", "x : [{ a : [1, 2] }]")]
    [InlineData("x += { a += 1, a += 2 }, x += { a += 3 }", "x : [{ a : [1, 2] }, { a : [3] }]")]
    [InlineData("a = [1], a += ${a}", "a : [1, [1]]")]
    [InlineData("d { x = [] }, c : ${d}, c { x += 1, x += 2 }", "d { x : [] }, c { x : [1, 2] }")]
    [InlineData("d { x = [] }, c : ${d}, c { x : ${c.x}[1], x : ${c.x}[2] }", "d { x : [] }, c { x : [1, 2] }")]
    [InlineData("d { x += 1 }, c { x : [0] }, c : ${d}", "d { x : [1] }, c { x : [1] }")]
    [InlineData("a : { \"0\" : x, \"1\" : y }, a += z", "a : [x, y, z]")]
    public void Plus_equals_adds_an_element(string text, string expected) => Tree.AssertSame(expected, text);

    [Fact]
    public void A_thousand_additions_are_nothing_special()
    {
        var text = string.Join('\n', Enumerable.Range(0, 1000).Select(i => $"a += {i}"));

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"{i}"), HoconParser.ParseText(text).Resolve().GetStringList("a"));
    }

    [Theory]
    [InlineData("foo : ${foo}", "1:7: expected a value for ${foo} that does not depend on itself")]
    [InlineData("foo : ${foo}, foo : { a : 1 }", "1:7: expected a value for ${foo} that does not depend on itself")]
    [InlineData("bar : ${foo}, foo : ${bar}", "1:21: expected a value for ${bar} that does not depend on itself")]
    [InlineData("a : ${b}, b : ${c}, c : ${a}", "1:25: expected a value for ${a} that does not depend on itself")]
    [InlineData("a : { b : ${a} }", "1:11: expected a value that does not contain itself")]
    [InlineData("a : [${a}]", "1:6: expected a value that does not contain itself")]
    [InlineData("a = 1, a = [${a}, 2]", "1:13: expected a value that does not contain itself")]
    [InlineData("a = 1, a = { x : ${a} }", "1:18: expected a value that does not contain itself")]
    [InlineData("a { b : ${c} }, c { d : ${a} }", "1:25: expected a value that does not contain itself")]
    [InlineData("a { b : ${a} { x : 1 } }", "1:9: expected a value that does not contain itself")]
    public void A_cycle_that_cannot_be_broken_is_an_error(string text, string complaint) => Assert.Equal($"test.conf:{complaint}", Tree.ComplaintOf(text));

    [Theory]
    [InlineData("a : { b : ${?a} }", "a : {}")]
    [InlineData("a : { b : 1, b : ${?a} }", "a : { b : 1 }")]
    [InlineData("a : [1, ${?a}]", "a : [1]")]
    [InlineData("a : ${?b}, b : ${?c}, c : ${?a}", "")]
    public void A_cycle_of_optional_substitutions_is_undefined(string text, string expected) => Tree.AssertSame(expected, text);

    [Fact]
    public void Fields_that_refer_to_one_another_come_to_the_same_value() => Tree.AssertSame("a : 1, b : 1", "a : 1, b : 2, a : ${b}, b : ${a}");
}
