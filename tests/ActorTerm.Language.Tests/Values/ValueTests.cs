using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace ActorTerm.Language.Tests.Values;

public sealed class ValueTests
{
    [Theory]
    [InlineData("1152921504606846977")]                              // 2^60 + 1, which no double holds
    [InlineData("0.1000000000000000055511151231257827021181583404541015625")]
    [InlineData("1.0")]
    [InlineData("1E400")]
    [InlineData("-0")]
    [InlineData("""{"z":1,"a":2,"z":3}""")]
    [InlineData("""["\u0041","\/"]""")]
    [InlineData("""{ "spaced" : [ 1 , 2 ] }""")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"😀\"")]
    [InlineData("true")]
    public void A_value_keeps_the_text_it_was_read_from(string json)
    {
        Assert.True(Value.TryParse(json, out var fromText, out _));
        Assert.True(Value.TryParse(Encoding.UTF8.GetBytes(json), out var fromBytes, out _));

        Assert.Equal(json, fromText.ToString());
        Assert.Equal(json, Encoding.UTF8.GetString(fromBytes.Utf8.Span));
        Assert.Equal(fromText, fromBytes);
        Assert.Equal(fromText.GetHashCode(), fromBytes.GetHashCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData("1 2")]
    [InlineData("[1,]")]
    [InlineData("{\"a\":}")]
    [InlineData("'a'")]
    [InlineData("\"a")]
    [InlineData("\"\t\"")]
    [InlineData("\"\\x\"")]
    [InlineData("NaN")]
    [InlineData("nul")]
    [InlineData("/* */ 1")]
    public void What_is_not_one_json_text_is_refused_with_a_reason(string json)
    {
        Assert.False(Value.TryParse(json, out var value, out var error));

        Assert.True(value.IsNull);
        Assert.StartsWith("not JSON: ", error, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => Value.Parse(json));
    }

    [Theory]
    [InlineData("[1,,2]", "not JSON: unexpected \",\" at byte 3")]
    [InlineData("[1 2]", "not JSON: unexpected \"2\" at byte 3")]
    [InlineData("{\"a\":1]", "not JSON: unexpected \"]\" at byte 6")]
    [InlineData("{\"a\" 1}", "not JSON: unexpected \"1\" at byte 5")]
    [InlineData("{a:1}", "not JSON: unexpected \"a\" at byte 1")]
    [InlineData("{\"a\":1,}", "not JSON: unexpected \"}\" at byte 7")]
    [InlineData("[1", "not JSON: it ends too early, at byte 2")]
    [InlineData("\"a", "not JSON: it ends too early, at byte 2")]
    [InlineData("\"a\n\"", "not JSON: unexpected 0x0a at byte 2")]
    [InlineData("\"\\u12g4\"", "not JSON: unexpected \"g\" at byte 5")]
    [InlineData("1.", "not JSON: it ends too early, at byte 2")]
    [InlineData("01", "not JSON: unexpected \"1\" at byte 1")]
    [InlineData("-", "not JSON: it ends too early, at byte 1")]
    [InlineData("1e+x", "not JSON: unexpected \"x\" at byte 3")]
    [InlineData("é", "not JSON: unexpected 0xc3 at byte 0")]
    [InlineData("true1", "not JSON: unexpected \"1\" at byte 4")]
    [InlineData("null\0", "not JSON: unexpected 0x00 at byte 4")]
    [InlineData("", "not JSON: it ends too early, at byte 0")]
    public void The_place_of_a_mistake_is_named(string json, string message)
    {
        Assert.False(Value.TryParse(json, out _, out var error));

        Assert.Equal(message, error);
    }

    /// <summary>Against the reader of .NET, over texts made of JSON's own pieces. FsCheck prints the seed of a failing run.</summary>
    [Fact]
    public void What_is_json_is_decided_as_the_reader_of_dotnet_decides_it()
    {
        string[] pieces =
        [
            "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"\\u00e9\"", "\\", "\\u", "\\n", "0", "1", "-", "-0", "1.5", ".", "e", "1e+3", "E-1", "+", "true", "false", "null", "tru",
            " ", "\n", "\t", "\u00a0", "é", "\0", "/", "{\"a\":", "[1,", "{}", "[]", "\u0001",
        ];
        var texts = Gen.Elements(pieces).ListOf().Select(string.Concat).ToArbitrary();
        var valid = 0;

        Prop.ForAll(texts, text =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var expected = IsJson(bytes);
            if (expected) valid++;
            return Value.TryParse(bytes, out _, out _) == expected;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000).WithStartSize(1).WithEndSize(12));

        Assert.InRange(valid, 500, 19_500);
    }

    private static bool IsJson(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Value.MaxDepth });
        try
        {
            while (reader.Read())
            {
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused()
    {
        Assert.False(Value.TryParse([(byte)'"', 0xff, (byte)'"'], out _, out var error));

        Assert.Equal("not JSON: the bytes are not well-formed UTF-8", error);
    }

    [Fact]
    public void Nesting_is_bounded()
    {
        static string Nested(int depth) => new string('[', depth) + new string(']', depth);

        Assert.True(Value.TryParse(Nested(Value.MaxDepth), out _, out _));
        Assert.False(Value.TryParse(Nested(Value.MaxDepth + 1), out _, out _));
        Assert.False(Value.TryParse(Nested(1_000_000), out _, out var error));
        Assert.Equal("nested deeper than 512 at byte 512", error);
    }

    [Fact]
    public void White_space_around_a_value_is_not_part_of_it()
    {
        var value = Value.Parse(" \t\r\n[1, 2]\n");

        Assert.Equal("[1, 2]", value.ToString());
        Assert.True(Value.Parse(" null ").IsNull);
    }

    [Theory]
    [InlineData(84)]
    [InlineData(85)]
    [InlineData(86)]
    [InlineData(5000)]
    public void Short_and_long_texts_are_read_alike(int length)
    {
        var json = "\"" + new string('漢', length - 2) + "\"";

        Assert.True(Value.TryParse(json, out var value, out _));
        Assert.Equal(json, value.ToString());
        Assert.False(Value.TryParse(json + "x", out _, out var error));
        Assert.StartsWith("not JSON: unexpected \"x\" at byte ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Small_numbers_and_words_exist_once()
    {
        foreach (var json in (string[])["0", "9", "10", "99", " 42 ", "true", " false", "null"])
        {
            Value.TryParse(json, out var first, out _);
            Value.TryParse(Encoding.UTF8.GetBytes(json), out var second, out _);
            Value.TryAdopt(Encoding.UTF8.GetBytes(json), out var third, out _);
            Assert.True(first.Utf8.Equals(second.Utf8) && first.Utf8.Equals(third.Utf8));
            Assert.Equal(json.Trim(), first.ToString());
        }
        Assert.True(Value.Of(42).Utf8.Equals(Value.Parse("42").Utf8));
        Assert.Equal(["-1", "0", "99", "100"], ((long[])[-1, 0, 99, 100]).Select(n => Value.Of(n).ToString()));
    }

    [Fact]
    public void Default_is_null()
    {
        Assert.Equal(Value.Null, default);
        Assert.Equal(Value.Parse("null"), default);
        Assert.Equal("null", default(Value).ToString());
        Assert.Equal("null", Encoding.UTF8.GetString(default(Value).Utf8.Span));
        Assert.Equal(JsonValueKind.Null, default(Value).Kind);
    }

    [Fact]
    public void An_adopted_value_is_the_bytes_themselves()
    {
        var bytes = Encoding.UTF8.GetBytes(" 12.50 ");

        Assert.True(Value.TryAdopt(bytes, out var value, out _));

        Assert.Equal("12.50", value.ToString());
        bytes[1] = (byte)'9';
        Assert.Equal("92.50", value.ToString());
    }

    [Theory]
    [InlineData("1", JsonValueKind.Number)]
    [InlineData("-1", JsonValueKind.Number)]
    [InlineData("\"\"", JsonValueKind.String)]
    [InlineData("[]", JsonValueKind.Array)]
    [InlineData("{}", JsonValueKind.Object)]
    [InlineData("true", JsonValueKind.True)]
    [InlineData("false", JsonValueKind.False)]
    [InlineData("null", JsonValueKind.Null)]
    public void A_value_knows_its_kind(string json, JsonValueKind kind) => Assert.Equal(kind, Value.Parse(json).Kind);

    [Fact]
    public void Values_are_made_from_what_they_hold()
    {
        Assert.Equal("-9223372036854775808", Value.Of(long.MinValue).ToString());
        Assert.Equal("0.1", Value.Of(0.1).ToString());
        Assert.Equal("true", Value.Of(true).ToString());
        Assert.Equal("""[1,null,"a"]""", Value.Array([Value.Of(1), Value.Null, Value.Of("a")]).ToString());
        Assert.Equal("[]", Value.Array([]).ToString());
        Assert.Equal("""{"b":1,"a\"":null}""", Value.Object([new("b", Value.Of(1)), new("a\"", Value.Null)]).ToString());
        Assert.Equal("{}", Value.Object([]).ToString());
    }

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("plain", "\"plain\"")]
    [InlineData("a\"b\\c/d", "\"a\\\"b\\\\c/d\"")]
    [InlineData("\n\r\t\b\f\0\u001b\u007f", "\"\\n\\r\\t\\b\\f\\u0000\\u001b\u007f\"")]
    [InlineData("é😀", "\"é😀\"")]
    public void Text_becomes_json_and_comes_back_unchanged(string text, string json)
    {
        var value = Value.Of(text);

        Assert.Equal(json, value.ToString());
        Assert.True(Value.TryParse(json, out _, out _));
        Assert.True(value.TryGetString(out var back));
        Assert.Equal(text, back);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_kept_as_an_escape()
    {
        const string text = "\ud83d\ud83d\ude00\ude00";

        var value = Value.Of(text);

        Assert.Equal("\"\\ud83d😀\\ude00\"", value.ToString());
        Assert.True(Value.Parse(value.ToString()).TryGetString(out var back));
        Assert.Equal(text, back);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_json_text()
    {
        Assert.False(Value.TryParse("[\"\ud800\"]", out _, out var error));

        Assert.Equal("not JSON: half of a surrogate pair at 2", error);
    }

    [Fact]
    public void Every_escape_of_json_is_decoded()
    {
        Assert.True(Value.Parse("""  "\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00 end"  """).TryGetString(out var text));

        Assert.Equal("\"\\/\b\f\n\r\té😀 end", text);
    }

    [Fact]
    public void A_value_is_read_as_its_own_kind_only()
    {
        Assert.False(Value.Parse("1").TryGetString(out _));
        Assert.False(Value.Parse("\"1\"").TryGetNumber(out _));
        Assert.False(Value.Parse("1").TryGetBoolean(out _));
        Assert.False(Value.Null.TryGetBoolean(out _));
        Assert.True(Value.Parse("false").TryGetBoolean(out var no) && !no);
        Assert.True(Value.Parse("-1.5e3").TryGetNumber(out var number) && number == -1500);
        Assert.True(Value.Parse("1e999").TryGetNumber(out var huge) && double.IsPositiveInfinity(huge));
    }

    [Theory]
    [InlineData("\"as it is\"", "as it is")]
    [InlineData("3", "3")]
    [InlineData("3.0", "3")]
    [InlineData("2.50", "2.5")]
    [InlineData("1e3", "1000")]
    [InlineData("-0", "0")]
    [InlineData("1152921504606846977", "1152921504606846977")]
    [InlineData("true", "1")]
    [InlineData("false", "0")]
    [InlineData("null", "")]
    [InlineData("[]", "[]")]
    [InlineData("""[1, "a b", null, true, 2.50]""", "[1, a b, , 1, 2.5]")]
    [InlineData("""[[], [1, [2]], {"k" : [ 1, "x y" ]}, "\u0041"]""", """[[], [1, [2]], {"k":[1,"x y"]}, A]""")]
    [InlineData("""{ "a" : 1.0, "b \" c" : [ ] }""", """{"a":1.0,"b \" c":[]}""")]
    public void A_value_reads_in_text_as_the_language_says(string json, string shown) => Assert.Equal(shown, Value.Parse(json).ToDisplayString());
}
