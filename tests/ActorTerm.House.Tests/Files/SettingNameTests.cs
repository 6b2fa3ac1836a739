using System.Text.RegularExpressions;

namespace ActorTerm.House.Tests.Files;

/// <summary>An error that names a setting nobody can find helps nobody.</summary>
public sealed partial class SettingNameTests
{
    [Fact]
    public void Every_setting_the_source_names_stands_in_the_reference()
    {
        var reference = File.ReadAllText(Path.Combine(Repository.Root, "hocon", "reference.conf"));

        var unknown = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Setting().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Distinct()
            .Where(name => !Regex.IsMatch(reference, $"^ *{Regex.Escape(name)} *[=+{{]", RegexOptions.Multiline));

        Assert.Empty(unknown);
    }

    [GeneratedRegex(@"actorterm\.[a-z]+\.([a-z]+(?:-[a-z]+)+)")]
    private static partial Regex Setting();
}
