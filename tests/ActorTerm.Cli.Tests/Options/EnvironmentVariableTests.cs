using ActorTerm.Cli.Options;

namespace ActorTerm.Cli.Tests.Options;

public class EnvironmentVariableTests
{
    [Fact]
    public void A_variable_has_a_value_or_is_taken_away_and_the_last_of_one_name_counts() => Assert.Equal(
        new Dictionary<string, string?> { ["A"] = "2", ["EMPTY"] = "", ["GONE"] = null, ["SUM"] = "1+1=2" },
        ProgramOptions.ReadVariables(["A=1", "EMPTY=", "GONE", "SUM=1+1=2", "A=2"]));
}
