using ActorTerm.Language.Tests.Rig;

namespace ActorTerm.Language.Tests.Table;

/// <summary>Every example of docs/invocations.md comes out as it says there.</summary>
public sealed class DocumentationTests
{
    private const string Arrow = " → ";
    private const string Error = "error: ";

    public static TheoryData<string, string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string, string>();
            var kind = "";
            foreach (var line in File.ReadLines(Path.Combine(Repository(), "docs", "invocations.md")))
            {
                if (line.StartsWith("```", StringComparison.Ordinal)) kind = kind.Length == 0 ? line[3..] : "";
                else if (kind.Length > 0 && line.Split(Arrow) is [var text, var outcome]) examples.Add(kind, text.TrimEnd(), outcome);
            }
            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_comes_out_as_the_page_says(string kind, string text, string outcome)
    {
        var entry = kind switch { "invocation" => 'C', "expression" => 'E', "text" => 'I', _ => throw new ArgumentException($"a block of {kind}") };

        Assert.Equal(outcome, Run(entry, text));
    }

    [Fact]
    public void The_page_has_examples_of_every_kind() =>
        Assert.Equal(["expression", "invocation", "text"], Examples.Select(e => (string)e[0]).Distinct().Order());

    private static string Run(char entry, string text)
    {
        if (!A.TryEvaluations(entry, text, out var evaluations, out var mistake)) return Error + mistake.Message;

        var functions = Functions.OfTheTable();
        functions.Add("add(a,b)", args => Value.Of(Number(args[0]) + Number(args[1])));
        functions.Add("times(a,b)", args => Value.Of(Number(args[0]) * Number(args[1])));
        functions.Add("greet(name)", args => Value.Of($"Hello {args[0].ToDisplayString()}"));
        functions.Add("pair()", _ => Value.Parse("[10,20]"));
        functions.Add("nothing()", _ => Value.Null);
        var scope = new TestScope { ["name"] = "\"build\"", ["columns"] = "80", ["user.count"] = "3", ["user.point"] = """{"x":1,"y":2}""" };
        scope["matches"] = """["error: disk full","disk full"]""";

        var outcome = default(Outcome);
        foreach (var evaluation in evaluations) outcome = functions.Run(evaluation, scope);
        return outcome.Succeeded ? outcome.Value.ToString() : Error + outcome.Error.Message;
    }

    private static double Number(Value value) => value.TryGetNumber(out var number) ? number : double.NaN;

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ActorTerm.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
