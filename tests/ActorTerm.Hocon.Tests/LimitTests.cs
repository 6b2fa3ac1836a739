namespace ActorTerm.Hocon.Tests;

/// <summary>Each limit of <see cref="HoconLimits"/>: just within it, and the complaint beyond it.</summary>
public sealed class LimitTests
{
    [Fact]
    public void A_text_has_a_size()
    {
        var limits = new HoconLimits { MaxFileSize = 10 };

        Assert.Equal(1, Parse("a : 1     ", limits).GetInt("a"));
        Assert.Equal("test.conf: expected a text of at most 10 characters, found 11", ComplaintOf("a : 1      ", limits));
    }

    [Fact]
    public void A_file_has_a_size()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.conf", "include \"b.conf\"");
        folder.Write("b.conf", new string('#', 101));

        var e = Assert.Throws<HoconException>(() => HoconParser.ParseFile(file, new HoconLimits { MaxFileSize = 100 }));

        Assert.Equal($"{file}:1:9: expected a file of at most 100 bytes, found more in {folder["b.conf"]}", e.Message);
    }

    [Fact]
    public void Files_include_one_another_to_a_depth()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 4; i++) folder.Write($"{i}.conf", $"f{i} : 1, include \"{i + 1}.conf\"");

        Assert.Equal(4, HoconParser.ParseFile(folder["0.conf"], new HoconLimits { MaxIncludeDepth = 3 }).Resolve().Root.Count);
        var e = Assert.Throws<HoconException>(() => HoconParser.ParseFile(folder["0.conf"], new HoconLimits { MaxIncludeDepth = 2 }));
        Assert.Equal($"{folder["2.conf"]}:1:17: expected at most 2 files that include one another", e.Message);
    }

    [Fact]
    public void Files_are_counted_however_they_include_one_another()
    {
        using var folder = new TemporaryFolder();
        folder.Write("2.conf", "x : 1");
        folder.Write("1.conf", "include \"2.conf\", include \"2.conf\"");
        folder.Write("0.conf", "include \"1.conf\", include \"1.conf\"");

        HoconParser.ParseFile(folder["0.conf"], new HoconLimits { MaxFiles = 7 });
        var e = Assert.Throws<HoconException>(() => HoconParser.ParseFile(folder["0.conf"], new HoconLimits { MaxFiles = 6 }));
        Assert.Equal($"{folder["1.conf"]}:1:27: expected at most 6 files in one configuration", e.Message);
    }

    [Theory]
    [InlineData("a : [[[1]]]", "a : [[[[1]]]]", "1:8")]
    [InlineData("a { b { c { d : 1 } } }", "a { b { c { d { e : 1 } } } }", "1:15")]
    [InlineData("a.b.c.d : 1", "a.b.c.d.e : 1", "1:1")]
    public void Objects_and_lists_nest_to_a_depth(string within, string beyond, string place)
    {
        var limits = new HoconLimits { MaxNesting = 3 };

        Assert.Single(Parse(within, limits).Root);
        Assert.Equal($"test.conf:{place}: expected at most 3 objects and lists within one another", ComplaintOf(beyond, limits));
    }

    [Fact]
    public void What_substitutions_make_nests_no_deeper()
    {
        var limits = new HoconLimits { MaxNesting = 3 };

        Assert.Equal(1, Parse("a.x : 1, b.x : ${a}, c.x : ${b}", limits).GetInt("c.x.x.x"));
        Assert.Equal(
            "test.conf:1:36: expected at most 3 objects and lists within one another once substitutions have values",
            ComplaintOf("a.x : 1, b.x : ${a}, c.x : ${b}, d.x : ${c}", limits));
    }

    [Fact]
    public void Substitutions_lead_to_one_another_to_a_depth()
    {
        var limits = new HoconLimits { MaxSubstitutionChain = 3 };

        Assert.Equal(1, Parse("a : ${b}, b : ${c}, c : 1", limits).GetInt("a"));
        Assert.Equal("test.conf:1:35: expected at most 3 substitutions that lead to one another", ComplaintOf("a : ${b}, b : ${c}, c : ${d}, d : 1", limits));
    }

    [Theory]
    [InlineData("a : xxxxxxxxxx, b : ${a}${a}, c : ${b}${b}, d : ${c}${c}, e : ${d}${d}", "1:63")]
    [InlineData("a : [1, 2, 3, 4, 5], b : ${a} ${a}, c : ${b} ${b}, d : ${c} ${c}", null)]
    [InlineData("a { x : 1, y : 2 }, b { x : ${a}, y : ${a} }, c { x : ${b}, y : ${b} }, d { x : ${c}, y : ${c} }, e { x : ${d}, y : ${d} }, f : [${e}, ${e}]", null)]
    public void What_substitutions_make_is_bounded(string doubling, string? place)
    {
        var complaint = ComplaintOf(doubling, new HoconLimits { MaxExpansion = 150 });

        Assert.EndsWith("expected a configuration whose substitutions make at most 150 values and characters", complaint);
        if (place is not null) Assert.StartsWith($"test.conf:{place}:", complaint);
        Assert.NotEmpty(Parse(doubling, HoconLimits.Default).Root);
    }

    [Fact]
    public void The_default_limits_end_every_explosion_soon()
    {
        var doublings = Enumerable.Range(1, 60).Select(i => $"v{i} : ${{v{i - 1}}}${{v{i - 1}}}");

        Assert.Contains("at most 4194304 values", ComplaintOf($"v0 : x\n{string.Join('\n', doublings)}", HoconLimits.Default));
        Assert.Contains("at most 100 objects", ComplaintOf($"a : {new string('[', 500_000)}", HoconLimits.Default));
        Assert.Contains("at most 100 objects", ComplaintOf($"a{string.Concat(Enumerable.Repeat(".a", 200_000))} : 1", HoconLimits.Default));
        Assert.Contains("at most 256 substitutions", ComplaintOf(string.Join('\n', Enumerable.Range(0, 20_000).Select(i => $"v{i} : ${{v{i + 1}}}")), HoconLimits.Default));
        Assert.Contains("at most 100 objects", ComplaintOf(string.Join('\n', Enumerable.Range(1, 20_000).Select(i => $"v{i}.x : ${{?v{i - 1}}}")) + "\nv0.x : 1", HoconLimits.Default));
    }

    private static Config Parse(string text, HoconLimits limits) => HoconParser.ParseText(text, "test.conf", limits: limits).Resolve();

    private static string ComplaintOf(string text, HoconLimits limits) => Assert.Throws<HoconException>(() => Parse(text, limits)).Message;
}
