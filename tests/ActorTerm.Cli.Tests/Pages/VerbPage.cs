using System.Text.RegularExpressions;

namespace ActorTerm.Cli.Tests.Pages;

/// <summary>docs/cli.md, and what it says of each verb: its row in the table of verbs, the section that is headed by it, and for tmux's verbs theirs.</summary>
internal static partial class VerbPage
{
    private const string Tmux = "For fingers that know tmux";

    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "cli.md"));

    private static readonly Dictionary<string, string> Sections = Heading().Matches(Text)
        .ToDictionary(heading => heading.Groups["title"].Value, heading => Text[heading.Index..End(heading)]);

    /// <summary>Words and options that stand as code where a verb is told of.</summary>
    public static IReadOnlySet<string> WordsAbout(string verb) => Code().Matches(About(verb)).SelectMany(code => Word().Matches(code.Value)).Select(word => word.Value).ToHashSet();

    /// <summary>Options that a table there promises.</summary>
    public static IEnumerable<string> OptionsOf(string verb) => Row().Matches(About(verb)).SelectMany(row => Word().Matches(row.Groups["first"].Value))
        .Select(word => word.Value).Where(word => word.StartsWith('-'));

    private static string About(string verb) => string.Join('\n', [
        .. Row().Matches(Sections["Verbs"]).Where(row => Word().Matches(row.Groups["first"].Value).Any(word => word.Value == verb)).Select(row => row.Value),
        .. Sections.Where(section => section.Key.Split(", ").Contains(verb) || (section.Key == Tmux && Word().Matches(section.Value).Any(word => word.Value == verb)))
            .Select(section => section.Value)]);

    private static int End(Match heading) => heading.NextMatch() is { Success: true } next ? next.Index : Text.Length;

    [GeneratedRegex("^###? (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"```.*?```|`[^`\n]+`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![\w.-])(--?[A-Za-z][a-z-]*|[a-z][a-z-]*)(?![\w-])")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\| (?<first>`[^|]+`(\|[^|]+`)*) \|.*$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
