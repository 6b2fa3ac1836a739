namespace ActorTerm.Hocon.Tests;

/// <summary>The exact complaint about each bad text: place, what was expected, what was found.</summary>
public sealed class ErrorTests
{
    public static TheoryData<string, string> Complaints => new()
    {
        // Objects
        { "{", "1:2: expected a key or '}', found the end of the text" },
        { "}", "1:1: expected a key, found '}'" },
        { "\n\n}\n", "3:1: expected a key, found '}'" },
        { ",", "1:1: expected a key, found ','" },
        { "{ , }", "1:3: expected a key or '}', found ','" },
        { "a : 1,, b : 2", "1:7: expected a key, found ','" },
        { "{ a : 1 ,, }", "1:10: expected a key or '}', found ','" },
        { "a : 1 }", "1:7: expected ',' or a new line after the value, found '}'" },
        { "{ a : 1", "1:8: expected ',', a new line or '}' after the value, found the end of the text" },
        { "{} x", "1:4: expected the end of the text, found 'x'" },
        { "{}{}", "1:3: expected the end of the text, found '{'" },
        { "{ a : y b : z }", "1:11: expected ',', a new line or '}' after the value, found ':'" },
        { "a : 1 []", "1:7: expected a string, number, boolean or null beside the value before it, found a list" },

        // Keys
        { "{ 1,2 }", "1:4: expected ':', '=', '+=' or '{' after the key '1', found ','" },
        { "foo", "1:4: expected ':', '=', '+=' or '{' after the key 'foo', found the end of the text" },
        { "\"foo\"", "1:6: expected ':', '=', '+=' or '{' after the key 'foo', found the end of the text" },
        { "foo \n bar : 10", "2:2: expected ':', '=', '+=' or '{' after the key 'foo', found 'bar'" },
        { "a : ${x}\nfoo, x = 1", "2:4: expected ':', '=', '+=' or '{' after the key 'foo', found ','" },
        { ": 10", "1:1: expected a key, found ':'" },
        { "+= 10", "1:1: expected a key, found '+='" },
        { "{ { a : 1 } : v }", "1:3: expected a key or '}', found '{'" },
        { "{ [ a ] : v }", "1:3: expected a key or '}', found '['" },
        { "a${b} : 1", "1:2: expected a key without substitutions, found '${'" },
        { "a..b : 1", "1:3: expected a key between the dots of a path: an empty one is written \"\"" },
        { "a. : 1", "1:3: expected a key between the dots of a path: an empty one is written \"\"" },
        { "\u00e4\ud83d\ude00.. : 1", "1:4: expected a key between the dots of a path: an empty one is written \"\"" },

        // Values
        { "foo :", "1:6: expected a value for 'foo', found the end of the text" },
        { "{ a.b= }", "1:8: expected a value for 'a.b', found '}'" },
        { "a : ,", "1:5: expected a value for 'a', found ','" },
        { "a =\nb = 5", "2:3: expected ',' or a new line after the value, found '='" },
        { "a : http://x", "1:9: expected ',' or a new line after the value, found ':'" },
        { "a : b = c", "1:7: expected ',' or a new line after the value, found '='" },
        { "a = [1]\n[2]", "2:1: expected a key, found '['" },
        { "a : abc { x : y }", "1:9: expected a string, number, boolean or null beside the value before it, found an object" },
        { "a : { x : y } abc", "1:15: expected an object beside the value before it, found a string, number, boolean or null" },
        { "a : null { x : y }", "1:10: expected a string, number, boolean or null beside the value before it, found an object" },
        { "a : [1] { x : y }", "1:9: expected a list beside the value before it, found an object" },
        { "a : y${x}z, x : [1]", "1:6: expected a string, number, boolean or null beside the value before it, found a list" },
        { "a : ${x} [1], x : 1", "1:10: expected a string, number, boolean or null beside the value before it, found a list" },
        { "a : ${x}\" \"${x}, x : {}", "1:9: expected an object beside the value before it, found a string, number, boolean or null" },
        { "a = 10, a += 2", "1:14: expected a list before '+='" },
        { "a = { x : y }, a += 2", "1:21: expected a list before '+='" },

        // Lists
        { "a : [", "1:6: expected a value or ']', found the end of the text" },
        { "a : ]", "1:5: expected a value for 'a', found ']'" },
        { "a : [,]", "1:6: expected a value or ']', found ','" },
        { "a : [1,2,,]", "1:10: expected a value or ']', found ','" },
        { "a : [1 : 2]", "1:8: expected ',', a new line or ']' after the value, found ':'" },
        { "a : [10, }]", "1:10: expected a value or ']', found '}'" },
        { "a : [10, {]", "1:11: expected a key or '}', found ']'" },
        { "a : [ # ]", "1:10: expected a value or ']', found the end of the text" },

        // Substitutions
        { "a : ${", "1:7: expected a path after '${', found the end of the text" },
        { "a : ${}", "1:7: expected a path after '${', found '}'" },
        { "a : ${?}", "1:8: expected a path after '${', found '}'" },
        { "a : ${b", "1:8: expected '}' after the path of a substitution, found the end of the text" },
        { "a : ${b\n}", "1:8: expected '}' after the path of a substitution, found the end of the line" },
        { "a : ${${b}}", "1:7: expected a path after '${', found '${'" },
        { "a : ${ ?b}", "1:8: expected no '?' here: put text that holds it in double quotes" },
        { "a : $", "1:5: expected '{' after '$': a substitution is ${path}, and text that holds '$' stands in double quotes" },
        { "a : $b", "1:5: expected '{' after '$': a substitution is ${path}, and text that holds '$' stands in double quotes" },

        // Characters
        { "a : b?", "1:6: expected no '?' here: put text that holds it in double quotes" },
        { "a : `", "1:5: expected no '`' here: put text that holds it in double quotes" },
        { "a : x@y", "1:6: expected no '@' here: put text that holds it in double quotes" },
        { "a : \\", "1:5: expected no '\\' here: put text that holds it in double quotes" },
        { "a : 1+2", "1:5: expected a number, found '1+2': put text that holds '+' in double quotes" },
        { "a : 10e+3e", "1:5: expected a number, found '10e+3e': put text that holds '+' in double quotes" },

        // Strings
        { "a : \"b", "1:5: the string that starts here is not closed: expected '\"'" },
        { "a : \"b\nc\"", "1:7: expected '\"' before the end of the line: a string of several lines stands in \"\"\"" },
        { "a : \"b\tc\"", "1:7: expected no character U+0009 in a string: write \\u0009" },
        { "a : \"\\x\"", "1:6: expected \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four hexadecimal digits" },
        { "a : \"\\", "1:6: expected \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four hexadecimal digits" },
        { "a : \"\\u12g4\"", "1:6: expected four hexadecimal digits after \\u" },
        { "a : \"\\u12", "1:6: expected four hexadecimal digits after \\u" },
        { "a : \"\"\"b\n\n\"\"", "1:5: the string that starts here is not closed: expected '\"\"\"'" },
        { "a : \"\"\"foo\nbar\nbaz\n\"\"\"\n\n}", "6:1: expected a key, found '}'" },
    };

    [Theory]
    [MemberData(nameof(Complaints))]
    public void Every_bad_text_has_its_complaint(string text, string complaint) => Assert.Equal($"test.conf:{complaint}", Tree.ComplaintOf(text));

    [Fact]
    public void An_exception_tells_file_line_and_column()
    {
        var e = Assert.Throws<HoconException>(() => HoconParser.ParseText("\n  x : }", "host.conf"));

        Assert.Equal(("host.conf", 2, 7), (e.File, e.Line, e.Column));
        Assert.Equal("expected a value for 'x', found '}'", e.Problem);
        Assert.Equal("host.conf:2:7: expected a value for 'x', found '}'", e.Message);
    }

    [Fact]
    public void A_file_must_be_utf8()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.Write("a.conf", ""), [.. "a : 1\n\u00e4 : "u8, 0xff, .. " b"u8]);

        var e = Assert.Throws<HoconException>(() => HoconParser.ParseFile(folder["a.conf"]));

        Assert.Equal($"{folder["a.conf"]}:2:5: expected UTF-8, found the byte 0xFF", e.Message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var e = Assert.Throws<HoconException>(() => HoconParser.ParseFile("/nowhere/a.conf"));

        Assert.StartsWith("/nowhere/a.conf: expected a file that can be read: ", e.Message);
    }

    [Fact]
    public void A_byte_order_mark_takes_no_column()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.Write("a.conf", ""), [0xef, 0xbb, 0xbf, .. "}"u8]);

        Assert.Equal(1, Assert.Throws<HoconException>(() => HoconParser.ParseFile(folder["a.conf"])).Column);
    }
}
