using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActorTerm.House.Tests.Pages;

/// <summary>docs/mission.md says what shows each promise: it does so only as long as that is there.</summary>
public sealed class MissionPageTests
{
    [Fact]
    public void Every_test_that_the_page_names_exists() => Verdict.None(MissionPage.Tests.Where(test => !Exists(test)));

    [Theory]
    [InlineData("House.Tests/MissionPageTests.A_test_that_is_not_there_is_found", true)]
    [InlineData("House.Tests/MissionPageTests.Exists", false)]                                                    // a method, but no test
    [InlineData("House.Tests/MissionPageTests.Nothing", false)]
    [InlineData("House.Tests/MissionPage.A_test_that_is_not_there_is_found", false)]
    [InlineData("Runtime.Tests/MissionPageTests.A_test_that_is_not_there_is_found", false)]
    [InlineData("Nowhere/MissionPageTests.A_test_that_is_not_there_is_found", false)]
    public void A_test_that_is_not_there_is_found(string test, bool exists) => Assert.Equal(exists, Exists(test));

    [Fact]
    public void Every_row_is_shown_by_something() => Verdict.None(MissionPage.Bare);

    [Fact]
    public void Every_link_leads_to_a_file() => Verdict.None(MissionPage.DeadLinks);

    [Fact]
    public void The_rows_are_counted_without_a_gap()
    {
        var numbers = MissionPage.Numbers.ToLookup(number => number[0], number => int.Parse(number[1..]));

        Assert.Equal(['F', 'C'], numbers.Select(document => document.Key));
        Assert.All(numbers, document => Assert.Equal(Enumerable.Range(1, document.Count()), document));
    }

    private static bool Exists(string test)
    {
        var (project, type, method) = (test.Split('/')[0], test.Split('/', '.')[^2], test.Split('.')[^1]);
        if (!Directory.Exists(Path.Combine(Repository.Root, "tests", $"ActorTerm.{project}"))) return false;

        return Repository.Sources($"tests/ActorTerm.{project}")
            .Where(file => file.Text.Contains($"class {type}", StringComparison.Ordinal))
            .SelectMany(file => CSharpSyntaxTree.ParseText(file.Text, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview)).GetRoot().DescendantNodes())
            .OfType<MethodDeclarationSyntax>()
            .Any(one => one.Identifier.Text == method && one.Parent is ClassDeclarationSyntax { Identifier.Text: var name } && name == type && IsTest(one));
    }

    private static bool IsTest(MethodDeclarationSyntax method) => method.AttributeLists.SelectMany(list => list.Attributes).Any(one => one.Name.ToString() is "Fact" or "Theory");
}
