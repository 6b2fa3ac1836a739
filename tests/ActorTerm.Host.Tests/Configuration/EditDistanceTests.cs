using ActorTerm.Host.Configuration;

namespace ActorTerm.Host.Tests.Configuration;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "", 3)]
    [InlineData("abc", "abc", 0)]
    [InlineData("sesions", "sessions", 1)]
    [InlineData("sessions", "session", 1)]
    [InlineData("grace", "graze", 1)]
    [InlineData("sessoins", "sessions", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ca", "abc", 3)]
    public void Counts_insertions_removals_replacements_and_swaps(string a, string b, int distance)
    {
        Assert.Equal(distance, EditDistance.Between(a, b));
        Assert.Equal(distance, EditDistance.Between(b, a));
    }
}
