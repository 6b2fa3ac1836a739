namespace ActorTerm.Hocon.Tests;

public sealed class ConfigTests
{
    private readonly Config _config = HoconParser.ParseText(
        """
        a {
          number : 5, text : abc, none : null
          list : [x, { y : 1 }]
          Number : 6
          "dotted.key" : 7
        }
        copy : ${a.number}
        """,
        "host.conf").Resolve();

    [Fact]
    public void Keys_are_case_sensitive() => Assert.Equal((5, 6), (_config.GetInt("a.number"), _config.GetInt("a.Number")));

    [Fact]
    public void Quoted_keys_keep_their_dots() => Assert.Equal(7, _config.GetInt("a.\"dotted.key\""));

    [Theory]
    [InlineData("a", true)]
    [InlineData("a.number", true)]
    [InlineData("a.none", false)]
    [InlineData("a.missing", false)]
    [InlineData("a.number.deeper", false)]
    public void Has_says_whether_there_is_a_value(string path, bool expected) => Assert.Equal(expected, _config.Has(path));

    [Fact]
    public void Try_get_is_false_for_nothing_and_null_and_throws_for_the_wrong_kind()
    {
        Assert.True(_config.TryGetInt("a.number", out var number));
        Assert.Equal(5, number);
        Assert.False(_config.TryGetInt("a.missing", out _));
        Assert.False(_config.TryGetString("a.none", out _));
        Assert.Throws<HoconException>(() => _config.TryGetInt("a.text", out _));
    }

    [Theory]
    [InlineData("a.missing", "host.conf:1:3: expected a value for 'a.missing', found none")]
    [InlineData("b.c", "host.conf:1:1: expected a value for 'b.c', found none")]
    [InlineData("a.none", "host.conf:2:34: expected a value for 'a.none', found null")]
    [InlineData("a.text", "host.conf:2:22: expected a whole number from -2147483648 to 2147483647 for 'a.text', found a string: \"abc\"")]
    [InlineData("a.list", "host.conf:3:10: expected a whole number from -2147483648 to 2147483647 for 'a.list', found a list")]
    public void A_getter_says_what_was_expected_and_where(string path, string complaint) =>
        Assert.Equal(complaint, Assert.Throws<HoconException>(() => _config.GetInt(path)).Message);

    [Fact]
    public void An_element_of_a_list_is_named_by_its_place() => Assert.Equal(
        "host.conf:3:14: expected a string for 'a.list[1]', found an object",
        Assert.Throws<HoconException>(() => _config.GetStringList("a.list")).Message);

    [Fact]
    public void Every_value_and_key_has_its_origin()
    {
        Assert.Equal("host.conf:2:12", _config.Origin("a.number").ToString());
        Assert.Equal("host.conf:2:12", _config.Origin("copy").ToString());
        Assert.True(_config.Root.TryGetField("copy", out var copy));
        Assert.Equal("host.conf:7:1", copy.KeyOrigin.ToString());
        Assert.Equal("host.conf:3:14", ((HoconArray)_config.GetValue("a.list"))[1].Origin.ToString());
    }

    [Fact]
    public void A_key_with_dots_has_an_origin_for_each_of_its_parts()
    {
        var root = HoconParser.ParseText(" one . two.\"three\" = 1", "x").Resolve().Root;

        Assert.True(root.TryGetField("one ", out var one));
        Assert.True(((HoconObject)one.Value).TryGetField(" two", out var two));
        Assert.True(((HoconObject)two.Value).TryGetField("three", out var three));
        Assert.Equal([(1, 2), (1, 7), (1, 12)], new[] { one, two, three }.Select(f => (f.KeyOrigin.Line, f.KeyOrigin.Column)));
    }

    [Fact]
    public void A_field_keeps_the_comment_right_above_its_key()
    {
        var root = HoconParser.ParseText(
            """"
            # the file

            # about a,
            // in two lines
            a : 1 # not about b
            b : 2
            # about d
            c.d : 3
            # about e
            e { f : """
            # no comment
            """ # nor this
             h : 5 }
            # lost

            g : 4
            a : ${b}
            """",
            "x").Resolve().Root;

        Assert.Equal(["about a,\nin two lines", "", "", "about e", ""], root.Select(f => f.Comment));
        Assert.Equal("about d", ((HoconObject)root.ElementAt(2).Value).Single().Comment);
        Assert.Equal("", ((HoconObject)root.ElementAt(3).Value).Last().Comment);
    }

    [Fact]
    public void Nothing_is_read_before_resolving() => Assert.Throws<InvalidOperationException>(() => HoconParser.ParseText("a : 1").GetInt("a"));

    [Fact]
    public void A_configuration_never_changes()
    {
        var parsed = HoconParser.ParseText("a : 1, b : ${a}");
        var over = HoconParser.ParseText("a : 2").WithFallback(parsed);

        Assert.Equal(1, parsed.Resolve().GetInt("b"));
        Assert.Equal(2, over.Resolve().GetInt("b"));
        Assert.Equal(1, parsed.Resolve().GetInt("b"));
    }

    [Fact]
    public void A_configuration_of_one_value_goes_over_others()
    {
        var set = Config.Of(HoconPath.Parse("a.number"), new HoconString("9", Origin.Of("--set")));

        var config = set.WithFallback(_config).Resolve();

        Assert.Equal(9, config.GetInt("a.number"));
        Assert.Equal("abc", config.GetString("a.text"));
        Assert.Equal("--set", config.Origin("a.number").ToString());
    }

    [Theory]
    [InlineData("5 s", "5 s")]
    [InlineData(" [1, a b]\n", "1|a b")]
    public void A_text_can_be_one_value(string text, string expected)
    {
        var value = HoconParser.ParseValue(text);

        Assert.Equal(expected, value is HoconArray array ? string.Join('|', array.Cast<HoconScalar>().Select(s => s.Text)) : ((HoconScalar)value).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1, 2")]
    [InlineData("[1")]
    [InlineData("${x}")]
    public void A_text_that_is_not_one_value_is_refused(string text) => Assert.Throws<HoconException>(() => HoconParser.ParseValue(text));

    [Fact]
    public void The_empty_configuration_has_nothing() => Assert.Empty(Config.Empty.Root);
}
