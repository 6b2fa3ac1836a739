using System.Reflection;
using System.Text.RegularExpressions;
using static ActorTerm.Runtime.Events.EventsProtocol;

namespace ActorTerm.Runtime.Tests.Events;

public partial class KindsTests
{
    private static IEnumerable<string> InCode =>
        typeof(Kinds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(kind => (string)kind.GetRawConstantValue()!);

    [Fact]
    public void The_page_about_the_wire_lists_every_kind_of_event_and_no_other()
    {
        var listed = File.ReadLines(Path.Combine(Repository(), "docs", "protocol.md"))
            .SkipWhile(line => !line.StartsWith("| kind |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .SelectMany(row => Quoted().Matches(row.Split('|')[1]).Select(match => match.Groups[1].Value));

        Assert.Equal(InCode.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_page_tells_of_a_kind_that_there_is_not()
    {
        var told = Directory.EnumerateFiles(Path.Combine(Repository(), "docs"), "*.md")
            .SelectMany(page => Told().Matches(File.ReadAllText(page)).Select(match => match.Groups[1].Value));

        Assert.Empty(told.Except(InCode));
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ActorTerm.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"`((?:session|viewer|command|script|alert)\.[a-z]+)`")]
    private static partial Regex Told();
}
