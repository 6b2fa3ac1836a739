namespace ActorTerm.Benchmarks.Harness;

/// <summary>Runs suites; shows each row as it is measured.</summary>
/// <param name="file">Takes each suite's section when it is done; null: none does.</param>
/// <param name="only">Rows whose work contains this are measured, the others left out; empty: all are measured.</param>
internal sealed class Report(TextWriter output, ResultsFile? file, int rounds, string only)
{
    public void Run(ISuite suite)
    {
        var section = new StringWriter { NewLine = "\n" };
        Say(section, $"## {suite.Name}\n\n{suite.About}\n\n{Machine.Describe()}; medians of {rounds} rounds.\n");
        Say(section, Result.Head);
        foreach (var row in suite.Rows().Where(row => row.Work.Contains(only, StringComparison.Ordinal))) Say(section, Contest.Run(row, rounds).Markdown());
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
