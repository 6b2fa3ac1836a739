namespace ActorTerm.Benchmarks.Harness;

/// <summary>Runs suites; shows each row as it is measured.</summary>
/// <param name="file">Takes each suite's section when it is done; null: none does.</param>
internal sealed class Report(TextWriter output, ResultsFile? file, int rounds)
{
    public void Run(ISuite suite)
    {
        var section = new StringWriter { NewLine = "\n" };
        Say(section, $"## {suite.Name}\n\n{suite.About}\n\n{Machine.Describe()}; medians of {rounds} rounds.\n");
        Say(section, Result.Head);
        foreach (var row in suite.Rows()) Say(section, Contest.Run(row, rounds).Markdown());
        Say(section, "");
        file?.Replace(section.ToString());
        file?.Save();
    }

    private void Say(StringWriter section, string text)
    {
        section.WriteLine(text);
        output.WriteLine(text);
        output.Flush();
    }
}
