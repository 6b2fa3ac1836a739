using System.CommandLine;
using ActorTerm.Cli.Options;

namespace ActorTerm.Cli.Tests.Options;

public class DurationTests
{
    [Theory]
    [InlineData("2", 2_000)]
    [InlineData("2s", 2_000)]
    [InlineData("500ms", 500)]
    [InlineData("1.5m", 90_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("0", 0)]
    public void A_time_is_a_number_and_its_unit(string text, double milliseconds) => Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Read(text).Value);

    [Theory]
    [InlineData("soon")]
    [InlineData("5d")]
    [InlineData("1,5s")]
    [InlineData("s")]
    public void Anything_else_is_refused_with_what_to_write(string text) => Assert.Equal([$"`{text}` is no time: write 500ms, 2s, 1.5m or 1h"], Read(text).Errors);

    private static (TimeSpan? Value, IEnumerable<string> Errors) Read(string text)
    {
        var option = SharedOptions.DurationOption("--timeout", "");
        var parsed = new RootCommand { option }.Parse(["--timeout", text]);
        return (parsed.Errors.Count == 0 ? parsed.GetValue(option) : null, parsed.Errors.Select(error => error.Message));
    }
}
