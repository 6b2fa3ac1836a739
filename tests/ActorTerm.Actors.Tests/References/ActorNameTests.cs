namespace ActorTerm.Actors.Tests.References;

public class ActorNameTests
{
    [Theory]
    [InlineData(0, "$a")]
    [InlineData(1, "$b")]
    [InlineData(25, "$z")]
    [InlineData(26, "$A")]
    [InlineData(63, "$~")]
    [InlineData(64, "$ab")]
    [InlineData(65, "$bb")]
    [InlineData(4_096, "$aab")]
    public void Generated_names_count_in_base_64_lowest_digit_first(long number, string name) =>
        Assert.Equal(name, ActorName.Generated(number));
}
