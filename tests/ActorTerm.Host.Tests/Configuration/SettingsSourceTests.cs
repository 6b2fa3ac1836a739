namespace ActorTerm.Host.Tests.Configuration;

public sealed class SettingsSourceTests
{
    [Fact]
    public void Settings_are_the_defaults_unless_the_user_says_otherwise()
    {
        var source = Catalogs.Source("app { lines = 99, memory = 2 KiB, names = [a, b], environment { PATH = /bin, Path = /usr/bin } }");

        Assert.Equal((99, 2048, TimeSpan.FromSeconds(5), false, ""), (source.Count("app.lines"), source.SmallSize("app.memory"), source.Duration("app.grace"), source.Boolean("app.loud"), source.Text("app.name")));
        Assert.Equal(["a", "b"], source.Texts("app.names"));
        Assert.Equal(new Dictionary<string, string> { ["PATH"] = "/bin", ["Path"] = "/usr/bin" }, source.Map("app.environment"));
        Assert.Empty(source.Problems);
    }

    [Theory]
    [InlineData("lines = 1")]
    [InlineData("lines = 100")]
    [InlineData("memory = 1024")]
    [InlineData("memory = 1 MiB")]
    [InlineData("grace = 10")]
    [InlineData("grace = 90 s")]
    public void The_ends_of_a_range_are_in_it(string setting) => Assert.Empty(ReadAll($"app.{setting}"));

    [Theory]
    [InlineData("lines = 0", "9: expected 1 to 100 for 'app.lines', found 0")]
    [InlineData("lines = 101", "9: expected 1 to 100 for 'app.lines', found 101")]
    [InlineData("lines = ten", "9: expected a whole number for 'app.lines', found a string: \"ten\"")]
    [InlineData("memory = 1 B", "10: expected 1 KiB to 1 MiB for 'app.memory', found \"1 B\"")]
    [InlineData("memory = 5 s", "10: expected a size such as 512, 64 KiB or 10 MB for 'app.memory', found a string: \"5 s\"")]
    [InlineData("grace = 9", "9: expected 10 ms to 1.5 minutes for 'app.grace', found 9")]
    [InlineData("loud = 1", "8: expected true or false (also yes, no, on, off) for 'app.loud', found a number: 1")]
    [InlineData("name = null", "8: expected a value for 'app.name', found null")]
    [InlineData("names = a", "9: expected a list for 'app.names', found a string: \"a\"")]
    [InlineData("environment.A = [1]", "17: expected a string for 'app.environment.A', found a list")]
    public void A_value_that_is_wrong_is_a_problem_with_its_place(string setting, string problem)
    {
        var problems = ReadAll(setting);

        Assert.Equal([$"host.conf:2:{problem}"], problems);
    }

    [Fact]
    public void One_reading_finds_everything_that_is_wrong_and_goes_on_with_the_defaults()
    {
        var source = Catalogs.Source("app { lines = 0, grace = 5 lightyears, inner.lines = 7 }");

        Assert.Equal((10, TimeSpan.FromSeconds(5), 7), (source.Count("app.lines"), source.Duration("app.grace"), source.Count("app.inner.lines")));
        Assert.Equal(2, source.Problems.Count);
    }

    [Fact]
    public void Settings_can_be_required_to_go_together()
    {
        var source = Catalogs.Source("app.lines = 50");

        source.Require(true, "app.lines", "anything");
        source.Require(false, "app.lines", "at most app.inner.lines");

        Assert.Equal("host.conf:1:13: expected at most app.inner.lines for 'app.lines', found 50", source.Problems.Single().Message);
    }

    [Fact]
    public void Every_path_that_is_read_is_known()
    {
        var source = Catalogs.Source("app.lines = 0");

        source.Count("app.lines");
        source.Map("app.environment");

        Assert.Equal(["app.environment", "app.lines"], source.Read.Order());
    }

    [Fact]
    public void Code_that_reads_what_the_reference_does_not_hold_is_broken()
    {
        var source = Catalogs.Source("");

        Assert.Equal("reference.conf holds no setting 'app.liens'", Assert.Throws<InvalidOperationException>(() => source.Count("app.liens")).Message);
        Assert.Equal("'app.memory' is read as Count, but its unit in reference.conf is size", Assert.Throws<InvalidOperationException>(() => source.Count("app.memory")).Message);
        Assert.Equal("reference.conf holds no map 'app.inner' with free keys", Assert.Throws<InvalidOperationException>(() => source.Map("app.inner")).Message);
    }

    private static string[] ReadAll(string setting)
    {
        var source = Catalogs.Source($"app {{\n{setting.Replace("app.", "", StringComparison.Ordinal)}\n}}");
        source.Count("app.lines");
        source.Size("app.memory");
        source.Duration("app.grace");
        source.Boolean("app.loud");
        source.Text("app.name");
        source.Texts("app.names");
        source.Map("app.environment");
        return [.. source.Problems.Select(p => p.Message)];
    }
}
