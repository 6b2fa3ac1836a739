using System.Text.RegularExpressions;

namespace ActorTerm.House.Tests.Pages;

/// <summary>docs/variables.md lists the variables that the host sets, and no others.</summary>
public sealed partial class VariablePageTests
{
    [Fact]
    public void The_page_lists_every_variable_that_the_host_sets_and_no_other()
    {
        var set = Repository.Sources("src/ActorTerm.Runtime").SelectMany(file => Setting().Matches(file.Text).Select(match => match.Groups[1].Value));
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "variables.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        var listed = rows.SelectMany(row => Code().Matches(row.Split('|')[1]).Select(match => match.Groups[1].Value));

        Assert.Equal(set.Distinct().Order(StringComparer.Ordinal), listed.Distinct().Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("""\bSet(?:OrUnset)?\("([^"]+)",""")]
    private static partial Regex Setting();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
