namespace ActorTerm.Hocon.Tests.Specification;

/// <summary>HOCON.md, "Includes".</summary>
public sealed class IncludeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("include \"b.conf\"")]
    [InlineData("include\"b.conf\"")]
    [InlineData("{ include \n\n \"b.conf\" }")]
    [InlineData("include file(\"b.conf\")")]
    [InlineData("include file( \"b.conf\" )")]
    [InlineData("include required(\"b.conf\")")]
    [InlineData("include required( file( \"b.conf\"\n ) )")]
    [InlineData("include required(file(\"b.conf\"))")]
    [InlineData("include \"b\"")]
    [InlineData("include \"sub/../b.conf\"")]
    public void An_included_file_stands_for_its_fields(string statement)
    {
        _folder.Write("b.conf", "b : 1");

        AssertSame("a : 0, b : 1, c : 2", $"a : 0\n{statement.TrimStart('{').TrimEnd('}')}\nc : 2");
    }

    [Fact]
    public void Included_fields_override_those_before_and_yield_to_those_after()
    {
        _folder.Write("b.conf", "{ x : 2, y : 2, o { q : 2 } }");

        AssertSame("x : 2, o { p : 1, q : 2 }, y : 3", "x : 1, o { p : 1 }, include \"b.conf\", y : 3");
    }

    [Fact]
    public void A_relative_name_is_looked_for_beside_the_file_that_says_it()
    {
        _folder.Write("sub/b.conf", "include \"c.conf\", include \"../d.conf\"");
        _folder.Write("sub/c.conf", "c : sub");
        _folder.Write("c.conf", "c : top");
        _folder.Write("d.conf", "d : top");

        AssertSame("c : sub, d : top", "include \"sub/b.conf\"");
    }

    [Fact]
    public void An_absolute_name_is_itself()
    {
        var absolute = _folder.Write("sub/b.conf", "b : 1");

        Assert.Equal(1, HoconParser.ParseText($"include \"{absolute}\"").Resolve().GetInt("b"));
    }

    [Fact]
    public void A_missing_file_is_passed_over_unless_it_is_required()
    {
        AssertSame("a : 1", "include \"none.conf\"\ninclude \"none\"\na : 1");

        Assert.Equal($"2:18: expected the required file {_folder["none.conf"]} to exist", ComplaintOf("a : 1\ninclude required(\"none.conf\")"));
        Assert.Equal($"1:18: expected the required file {_folder["none.json"]} or {_folder["none.conf"]} to exist", ComplaintOf("include required(\"none\")"));
    }

    [Fact]
    public void A_name_without_extension_takes_json_first_and_conf_over_it()
    {
        _folder.Write("b.json", """{ "x" : 1, "y" : 1 }""");
        _folder.Write("b.conf", "y : 2");

        AssertSame("x : 1, y : 2", "include \"b\"");
    }

    [Fact]
    public void Substitutions_are_looked_up_in_the_included_file_first_and_then_in_the_whole()
    {
        _folder.Write("foo.conf", "x : 10, y : ${x}, z : ${outer}, l += ${x}");

        AssertSame("a { x : 10, y : 10, z : 5, l : [10] }, outer : 5", "a { include \"foo.conf\" }, outer : 5");
        AssertSame("a { x : 42, y : 42, z : 5, l : [42] }, outer : 5", "a { include \"foo.conf\" }, a { x : 42 }, outer : 5");
        AssertSame("x : 10, l : [1, 10], y : 10, z : 5, outer : 5", "x : 9, l : [1], include \"foo.conf\", outer : 5");
        AssertSame("l : [1], a.b { x : 10, y : 10, z : 5, l : [10] }, outer : 5", "l : [1], a.b : { include \"foo.conf\" }, outer : 5");
    }

    [Fact]
    public void Includes_of_includes_add_up_their_paths()
    {
        _folder.Write("b.conf", "q { include \"c.conf\" }");
        _folder.Write("c.conf", "x : 1, y : ${x}");

        AssertSame("p { q { x : 1, y : 1 } }, x : 3", "p { include \"b.conf\" }, x : 3");
    }

    [Fact]
    public void Include_is_special_only_at_the_start_of_a_key() => AssertSame(
        "\"foo include\" : 42, foo : include, l : [include], \"include\" : 1, included : 2, \"include\".x : 3",
        "foo include : 42, foo : include, l : [ include ], \"include\" : 1, included : 2, \"include\".x : 3");

    [Fact]
    public void Files_that_include_themselves_are_refused()
    {
        _folder.Write("b.conf", "include \"sub/c.conf\"");
        _folder.Write("sub/c.conf", "x : 1\ninclude \"../a.conf\"");

        var complaint = Assert.Throws<HoconException>(() => Parse("include \"b.conf\""));

        Assert.Equal(_folder["sub/c.conf"], complaint.File);
        Assert.Equal((2, 9), (complaint.Line, complaint.Column));
        Assert.Equal(
            $"expected no file that includes itself: {_folder["a.conf"]} includes {_folder["b.conf"]} includes {_folder["sub/c.conf"]} includes {_folder["a.conf"]}",
            complaint.Problem);
    }

    [Fact]
    public void A_file_may_be_included_twice()
    {
        _folder.Write("b.conf", "x : 1, l += ${x}");

        AssertSame("p { x : 1, l : [1] }, q { x : 1, l : [1] }", "p { include \"b.conf\" }, q { include \"b.conf\" }");
    }

    [Theory]
    [InlineData("include \"b.conf\" : 10", "1:18: expected ',' or a new line after the value, found ':'")]
    [InlineData("include foo", "1:9: expected a quoted file name, file(\"...\") or required(...) after include, found 'foo'")]
    [InlineData("include : 1", "1:9: expected a quoted file name, file(\"...\") or required(...) after include, found ':'")]
    [InlineData("include ${x}", "1:9: expected a quoted file name, file(\"...\") or required(...) after include, found '${'")]
    [InlineData("include file(b.conf)", "1:9: expected a quoted file name, file(\"...\") or required(...) after include, found 'file(b.conf)'")]
    [InlineData("include file (\"b.conf\")", "1:9: expected a quoted file name, file(\"...\") or required(...) after include, found 'file'")]
    [InlineData("include file(\"b.conf\"", "1:22: expected ')' after the name of the included file, found the end of the text")]
    [InlineData("include required(file(\"b.conf\")))", "1:31: expected ')' after the name of the included file, found ')))'")]
    [InlineData("include \"b.conf\" \"c.conf\"", "1:18: expected ',' or a new line after the value, found the string \"c.conf\"")]
    [InlineData("include url(\"http://x/y.conf\")", "1:9: expected file(\"...\"): url(\"...\") is not supported")]
    [InlineData("include classpath(\"y.conf\")", "1:9: expected file(\"...\"): classpath(\"...\") is not supported")]
    [InlineData("include \"https://x/y.conf\"", "1:9: expected the name of a file: URLs are not included")]
    [InlineData("include \"\"", "1:9: expected the name of a file")]
    [InlineData("[ 1 ]", "1:1: expected an object at the root, found '['")]
    public void What_is_no_include_is_refused(string text, string complaint)
    {
        _folder.Write("b.conf", "b : 1");

        Assert.Equal(complaint, ComplaintOf(text));
    }

    [Fact]
    public void A_complaint_about_an_included_file_names_that_file()
    {
        _folder.Write("b.conf", "[1]");
        _folder.Write("c.conf", "x : ${y}");

        Assert.Equal($"{_folder["b.conf"]}:1:1: expected an object at the root, found '['", MessageOf("include \"b.conf\""));
        Assert.Equal($"{_folder["c.conf"]}:1:5: expected a value for ${{y}}: neither the configuration nor the environment has one", MessageOf("include \"c.conf\""));
    }

    [Fact]
    public void A_folder_is_no_file()
    {
        _folder.Write("sub.conf/b.conf", "");

        Assert.Equal($"1:9: expected a file, found the directory {_folder["sub.conf"]}", ComplaintOf("include \"sub.conf\""));
    }

    [Fact]
    public void Inside_a_list_an_included_file_has_no_substitutions()
    {
        _folder.Write("b.conf", "x : 1, l += 1");
        _folder.Write("c.conf", "x : 1\ny : ${x}");

        AssertSame("a : [{ x : 1, l : [1] }]", "a : [{ include \"b.conf\" }]");
        Assert.Equal(
            $"{_folder["c.conf"]}:2:5: expected no substitution in a file that is included inside a list: no path leads there",
            MessageOf("a : [{ include \"c.conf\" }]"));
    }

    [Fact]
    public void Text_that_is_no_file_includes_by_absolute_name_only() => Assert.Equal(
        "test.conf:1:9: expected an absolute path: test.conf is no file, so nothing lies beside it",
        Tree.ComplaintOf("include \"b.conf\""));

    private Config Parse(string text) => HoconParser.ParseFile(_folder.Write("a.conf", text));

    private void AssertSame(string expected, string text) => Assert.Equal(Tree.Of(expected), Parse(text).Resolve().Root);

    private string MessageOf(string text) => Assert.Throws<HoconException>(() => Parse(text).Resolve()).Message;

    /// <summary>The complaint without the name of the main file.</summary>
    private string ComplaintOf(string text) => MessageOf(text).Replace($"{_folder["a.conf"]}:", "", StringComparison.Ordinal);
}
