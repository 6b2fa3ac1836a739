namespace ActorTerm.Actors.Tests.Event;

public class LogMessageTests
{
    [Fact]
    public void A_template_is_filled_when_somebody_reads_it() =>
        Assert.Equal("1 of two", new LogMessage(null, "{0} of {1}", [1, "two"]).ToString());

    [Theory]
    [InlineData("{0} of {2}")]
    [InlineData("{name}")]
    [InlineData("{")]
    public void A_bad_template_does_not_lose_the_message(string template) =>
        Assert.Equal(template + " [1, two]", new LogMessage(null, template, [1, "two"]).ToString());

    [Fact]
    public void Whoever_brings_a_formatter_has_it_used() =>
        Assert.Equal("1|two", new LogMessage(new Joining(), "ignored", [1, "two"]).ToString());

    private sealed class Joining : ILogMessageFormatter
    {
        public string Format(string format, params object[] args) => string.Join('|', args);

        public string Format(string format, IEnumerable<object> args) => string.Join('|', args);
    }
}
