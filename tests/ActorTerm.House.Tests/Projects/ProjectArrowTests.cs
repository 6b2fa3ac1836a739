namespace ActorTerm.House.Tests.Projects;

public sealed class ProjectArrowTests
{
    [Fact]
    public void Projects_refer_to_one_another_as_drawn() => Verdict.None(ProjectArrows.Violations(All("src")));

    [Theory]
    [InlineData("ActorTerm.Terminal", "<ProjectReference Include=\"../ActorTerm.Runtime/ActorTerm.Runtime.csproj\" />", "ActorTerm.Terminal -> ActorTerm.Runtime is not drawn")]
    [InlineData("ActorTerm.Client", "<ProjectReference Include=\"..\\ActorTerm.Api\\ActorTerm.Api.csproj\" />", "ActorTerm.Client -> ActorTerm.Api is not drawn")]
    [InlineData("ActorTerm.Runtime", "<PackageReference Include=\"Google.Protobuf\" />", "ActorTerm.Runtime uses the package Google.Protobuf, which is not drawn")]
    [InlineData("ActorTerm.Language", "<UsesActors>true</UsesActors>", "ActorTerm.Language speaks to actors")]
    [InlineData("ActorTerm.Extra", "", "ActorTerm.Extra is not drawn")]
    public void An_arrow_that_is_not_drawn_is_found(string project, string planted, string violation)
    {
        var existing = All("src").FirstOrDefault(p => p.Name == project) ?? new ProjectFile(project, new HashSet<string>(), false, false, new HashSet<string>());
        var broken = ProjectFile.Parse(project, $"<Project>{planted}</Project>");
        broken = broken with
        {
            References = existing.References.Union(broken.References).ToHashSet(),
            Packages = existing.Packages.Union(broken.Packages).ToHashSet(),
            UsesActors = existing.UsesActors || broken.UsesActors,
        };

        Assert.Equal([violation], ProjectArrows.Violations([.. All("src").Where(p => p.Name != project), broken]));
    }

    [Fact]
    public void An_arrow_that_is_gone_is_found()
    {
        var projects = All("src").Select(p => p.Name == "ActorTerm.Cli" ? p with { References = new HashSet<string>() } : p).ToList();

        Assert.Equal(["ActorTerm.Cli -> ActorTerm.Client is drawn but not there"], ProjectArrows.Violations(projects));
        Assert.Equal(["ActorTerm.Pty is drawn but not there"], ProjectArrows.Violations([.. All("src").Where(p => p.Name != "ActorTerm.Pty")]));
    }

    [Fact]
    public void Every_project_has_tests()
    {
        var tests = All("tests").Select(p => p.Name).ToHashSet();

        Verdict.None(All("src").Where(p => !tests.Contains($"{p.Name}.Tests")).Select(p => p.Name));
    }

    /// <summary>Inside such a namespace the base class TestKit would bind to the namespace, under our engine only (CS0118).</summary>
    [Fact]
    public void Projects_that_use_the_test_kit_are_not_named_after_the_kernel() =>
        Assert.DoesNotContain(All("tests"), p => p.UsesActorTestKit && p.Name.StartsWith("ActorTerm.Actors", StringComparison.Ordinal));

    [Fact]
    public void The_solution_holds_every_project()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "ActorTerm.sln"));

        Assert.All([.. All("src"), .. All("tests")], p => Assert.Contains($"{p.Name}.csproj", solution, StringComparison.Ordinal));
    }

    private static List<ProjectFile> All(string folder) => [.. Repository.Projects(folder).Select(ProjectFile.Read)];
}
