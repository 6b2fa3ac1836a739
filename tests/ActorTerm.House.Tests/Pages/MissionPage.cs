using System.Text.RegularExpressions;

namespace ActorTerm.House.Tests.Pages;

/// <summary>docs/mission.md: rows of a number, what is promised, and what shows it.</summary>
internal static partial class MissionPage
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs");

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Folder, "mission.md"));

    /// <summary>The numbers, in the order of the page.</summary>
    public static IEnumerable<string> Numbers => Rows.Select(row => row.Groups["number"].Value);

    /// <summary>Rows that name neither a test nor a page nor a command.</summary>
    public static IEnumerable<string> Bare => Rows.Where(row => !Shown().IsMatch(row.Groups["proof"].Value)).Select(row => row.Value);

    /// <summary>As <c>Project/Class.Method</c>.</summary>
    public static IEnumerable<string> Tests => Lines.SelectMany(line => Test().Matches(line)).Select(match => match.Groups[1].Value).Distinct();

    /// <summary>Files that links lead to which are not there.</summary>
    public static IEnumerable<string> DeadLinks =>
        Lines.SelectMany(line => Link().Matches(line)).Select(match => match.Groups[1].Value).Where(path => !Path.Exists(Path.Combine(Folder, path)));

    private static IEnumerable<Match> Rows => Lines.Select(line => Row().Match(line)).Where(row => row.Success);

    [GeneratedRegex(@"^\| (?<number>[FC]\d+) \| (?<promise>[^|]+) \| (?<proof>.*) \|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"`[^`]+`|\]\(")]
    private static partial Regex Shown();

    [GeneratedRegex(@"`([A-Z]\w+(?:\.Tests)?/\w+\.\w+)`")]
    private static partial Regex Test();

    [GeneratedRegex(@"\]\(([^)#:]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
