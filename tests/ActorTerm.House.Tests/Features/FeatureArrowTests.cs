using System.Text.RegularExpressions;

namespace ActorTerm.House.Tests.Features;

public sealed class FeatureArrowTests
{
    private static readonly SourceFile[] SmallHouse =
    [
        new("src/R/Identities/TabId.cs", "namespace R.Identities; public sealed record TabId(int Value);"),
        new("src/R/Make.cs", "namespace R; internal static class Make { public static int One => 1; }"),
        new("src/R/Tabs/TabsProtocol.cs", "namespace R.Tabs; public static class TabsProtocol { public sealed record Opened(Identities.TabId Id); public static Tab Find() => new(); }"),
        new("src/R/Tabs/Tab.cs", "namespace R.Tabs; public sealed class Tab { public string Title => \"\"; public static implicit operator int(Tab t) => 1; }"),
        new("src/R/Root/System.cs", "using R.Tabs; namespace R.Root; public sealed class RootSystem { public Tab Tab { get; } = new(); public static int Size => 2; }"),
        new("src/R/Root/RootProtocol.cs", "namespace R.Root; public static class RootProtocol { public static int Size => 2; }"),
    ];

    [Fact]
    public void Features_of_the_runtime_use_one_anothers_protocols_only()
    {
        var arrows = new FeatureArrows(Compilations.Runtime(), "src/ActorTerm.Runtime");

        Verdict.None(arrows.Blind());
        Verdict.None(arrows.Violations());
    }

    [Theory]
    [InlineData("var tab = new Tab();", "Keys uses Tab of Tabs")]
    [InlineData("Tab tab = new();", "Keys uses Tab of Tabs")]
    [InlineData("var title = TabsProtocol.Find().Title;", "Keys uses Tab of Tabs")]
    [InlineData("System.Func<object> make = () => new System.Collections.Generic.List<R.Tabs.Tab>();", "Keys uses Tab of Tabs")]
    [InlineData("if ((object)1 is Tab { Title: \"x\" }) return;", "Keys uses Tab of Tabs")]
    [InlineData("var size = R.Root.RootSystem.Size;", "Keys uses RootSystem of Root")]
    [InlineData("var size = R.Root.RootProtocol.Size;", "Keys uses RootProtocol of Root")]
    [InlineData("System.Console.WriteLine(nameof(Tab.Title));", "Keys uses Tab of Tabs")]
    public void A_planted_arrow_is_found(string statement, string violation) =>
        Assert.Contains(Violations(statement), v => v == $"src/R/Keys/Key.cs:4: {violation}");

    [Theory]
    [InlineData("var m = new TabsProtocol.Opened(new TabId(Make.One));")]
    [InlineData("object m = 1; if (m is TabsProtocol.Opened { Id: { Value: 1 } }) return;")]
    [InlineData("System.Console.WriteLine(typeof(Key));")]
    public void Protocols_identities_and_the_features_own_types_are_open(string statement) => Verdict.None(Violations(statement));

    [Fact]
    public void What_cannot_be_bound_is_not_passed_over() => Assert.Contains(Arrows("var x = new Nowhere();").Blind(), d => d.Contains("CS0246", StringComparison.Ordinal));

    [Theory]
    [InlineData(@"\b(ActorTerm\.Actors|Akka)\b", "the engine is chosen in Directory.Build.targets alone")]
    [InlineData(@"^(?!\s*//).*\bProps\.Create\b", "Create takes an expression tree, whose arguments every restart shares: Actor.Of")]
    [InlineData(@"\b(Task\.Delay|Thread\.Sleep|System\.Timers|new Timer)\b", "deadlines are messages of timers, which virtual time moves")]
    [InlineData(@"^using (System\.Diagnostics|Microsoft\.Extensions\.Logging);", "Debug and LogLevel would be ambiguous with the engine's")]
    public void The_runtime_never_says(string pattern, string because) => Verdict.None(
        from file in Repository.Sources("src/ActorTerm.Runtime")
        from match in Regex.Matches(file.Text, pattern, RegexOptions.Multiline)
        select $"{file.Path}: {match.Value.Trim()}: {because}");

    private static IEnumerable<string> Violations(string statement)
    {
        var arrows = Arrows(statement);
        Verdict.None(arrows.Blind());
        return arrows.Violations();
    }

    private static FeatureArrows Arrows(string statement)
    {
        var planted = new SourceFile("src/R/Keys/Key.cs", $"using R.Tabs; using R.Identities;\nnamespace R.Keys;\ninternal static class Key {{ public static void Press() {{\n{statement} }} }}");
        return new FeatureArrows(Compilations.Of("R", [.. SmallHouse, planted]), "src/R");
    }
}
