using ActorTerm.Language.Tests.Rig;

namespace ActorTerm.Language.Tests.Evaluating;

public sealed class ValuePassingTests
{
    [Theory]
    [InlineData("1152921504606846977")]
    [InlineData("""{"z":1,"a":{"y":2.50,"b":[1.0]}}""")]
    [InlineData("3.14159265358979323846264338327950288419716939937510")]
    [InlineData("\"\\u0041\\/\"")]
    public void A_value_goes_through_three_nested_functions_unchanged(string json)
    {
        var functions = Functions.OfTheTable();
        var scope = new TestScope { ["v"] = json };

        var outcome = functions.Run(A.Call("f(x: g(x: f(x: v)))"), scope);

        Assert.Equal(json, outcome.Value.ToString());
        Assert.Equal([$"f({json})", $"g({json})", $"f({json})"], functions.Called);
    }

    [Theory]
    [InlineData("[v, [v]]", "[1152921504606846977,[1152921504606846977]]")]
    [InlineData("1 ? v : 0", "1152921504606846977")]
    [InlineData("l[0]", "1152921504606846977")]
    [InlineData("\"\\(v)\"", "\"1152921504606846977\"")]
    [InlineData("v + 0", "1152921504606847000")]
    [InlineData("(v)", "1152921504606846977")]
    [InlineData("1152921504606846977", "1152921504606846977")]
    [InlineData("-0001152921504606846977", "-1152921504606846977")]
    [InlineData("--1152921504606846977", "1152921504606847000")]
    [InlineData("-0", "0")]
    [InlineData("000", "0")]
    public void Only_operators_make_doubles(string text, string json)
    {
        var scope = new TestScope { ["v"] = "1152921504606846977", ["l"] = "[ 1152921504606846977 ]" };

        Assert.Equal(json, Functions.OfTheTable().Run(A.Expression(text), scope).Value.ToString());
    }

    [Theory]
    [InlineData("1e999", "1.7976931348623157e+308")]
    [InlineData("-1e999", "-1.7976931348623157e+308")]
    [InlineData("1e999 > 1e308", "true")]
    [InlineData("1 / 1e999", "0")]
    [InlineData("\"\\(-1 / 0)\"", "\"-Infinity\"")]
    [InlineData("[1 / 0, 0 / 0]", "[1.7976931348623157e+308,null]")]
    public void Infinity_lives_between_operators_only(string text, string json) =>
        Assert.Equal(json, Functions.OfTheTable().Run(A.Expression(text), EmptyScope.Instance).Value.ToString());

    [Theory]
    [InlineData("d() == d2()", "true")]
    [InlineData("[1, 2] ", "[1,2]")]
    [InlineData("l1() == l2()", "true")]
    [InlineData("l1() != l2()", "false")]
    [InlineData("l1() < l3()", "true")]
    [InlineData("l3() <= l1()", "false")]
    [InlineData("short() < l1()", "true")]
    [InlineData("l1() >= short()", "true")]
    [InlineData("d() == l1()", "false")]
    [InlineData("words() < words2()", "true")]
    [InlineData("true == 1", "true")]
    [InlineData("0 / 0 <= 0 / 0", "false")]
    [InlineData("0 / 0 >= 1", "false")]
    [InlineData("1 < 0 / 0", "false")]
    [InlineData("0 / 0 != 0 / 0", "true")]
    [InlineData("true + true", "2")]
    [InlineData("\"Z\" < \"a\"", "true")]
    [InlineData("\"a\" == \"\\u0061\"", "true")]
    public void Comparison_is_by_meaning(string text, string json)
    {
        var functions = new Functions();
        functions.Add("d()", _ => Value.Parse("""{"a":1.0,"b":["x"]}"""));
        functions.Add("d2()", _ => Value.Parse("""{ "b" : [ "\u0078" ], "\u0061" : 1 }"""));
        functions.Add("l1()", _ => Value.Parse("""[1, "a", null, true]"""));
        functions.Add("l2()", _ => Value.Parse("""[1.0,"\u0061",null,1]"""));
        functions.Add("l3()", _ => Value.Parse("""[1,"b"]"""));
        functions.Add("short()", _ => Value.Parse("""[1]"""));
        functions.Add("words()", _ => Value.Parse("""[["a"],"x"]"""));
        functions.Add("words2()", _ => Value.Parse("""[["b"]]"""));

        Assert.Equal(json, functions.Run(A.Expression(text), EmptyScope.Instance).Value.ToString());
    }

    [Fact]
    public void Every_variable_is_read_once_however_often_it_is_named()
    {
        var scope = new TestScope { ["a"] = "1", ["b"] = "2" };

        Functions.OfTheTable().Run(A.Expression("[a, b, a + b, a?, a? + b]"), scope);

        Assert.Equal(2, scope.Asked);
    }

    [Fact]
    public void A_variable_that_changes_while_a_call_runs_keeps_its_value_for_the_rest()
    {
        var scope = new TestScope { ["v"] = "1" };
        var functions = Functions.OfTheTable();
        functions.Add("change()", _ =>
        {
            scope["v"] = "2";
            return Value.Null;
        });

        Assert.Equal("[null,1]", functions.Run(A.Expression("[change(), change() ? 0 : v]"), scope).Value.ToString());
    }

    [Fact]
    public void A_variable_that_holds_null_is_unset()
    {
        var scope = new TestScope { ["v"] = "null" };

        Assert.Equal(ErrorCode.Undefined, Functions.OfTheTable().Run(A.Expression("v"), scope).Error!.Code);
        Assert.True(Functions.OfTheTable().Run(A.Expression("v?"), scope).Succeeded);
    }

    [Fact]
    public void An_argument_by_reference_is_marked_and_carries_its_path()
    {
        var evaluation = A.Call("f(b: &user.v, a: 1)");
        evaluation.Start(new TestScope());

        Assert.True(evaluation.TryTake(out var ready));

        Assert.Null(ready.Call.ReferenceAt(0));
        Assert.Equal("user.v", ready.Call.ReferenceAt(1)!.Name);
        Assert.Equal(["1", "\"user.v\""], ready.Arguments.Select(a => a.ToString()));
    }

    [Fact]
    public void The_variables_of_a_text_are_known_from_its_parse()
    {
        var invocation = A.Invocation("f(a: x, b: user.y?, c: \"\\(z[i])\", d: &user.w); g(a: x, b: 0 ? never : null)");

        Assert.Equal(["x", "user.y", "z", "i", "never"], invocation.References.Select(r => r.ToString()).OrderBy(r => "xuzin".IndexOf(r[0])));
    }

    [Fact]
    public void A_value_that_is_built_is_bounded()
    {
        var limits = new LanguageLimits(MaxValueLength: 100);
        var scope = new TestScope { ["v"] = '"' + new string('x', 60) + '"' };

        foreach (var text in (string[])["[v, v]", "\"\\(v)\\(v)\"", "[[v], [v]]"])
        {
            InvocationParser.TryParseExpression(text, limits, out var parsed, out _);
            var outcome = Functions.OfTheTable().Run(new Evaluation(parsed!), scope);
            Assert.Equal(ErrorCode.ValueTooLong, outcome.Error!.Code);
            Assert.Equal("the value would be longer than 100 bytes", outcome.Error.Message);
        }
        InvocationParser.TryParseExpression("[v]", limits, out var fits, out _);
        Assert.True(Functions.OfTheTable().Run(new Evaluation(fits!), scope).Succeeded);
    }
}
