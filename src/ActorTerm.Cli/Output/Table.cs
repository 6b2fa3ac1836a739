using System.Text;

namespace ActorTerm.Cli.Output;

/// <summary>Columns for people: each as wide as its widest text, the last one open.</summary>
internal static class Table
{
    public static void Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        List<IReadOnlyList<string>> all = [header, .. rows];
        var widths = new int[header.Count];
        foreach (var row in all)
            for (var column = 0; column < widths.Length; column++) widths[column] = Math.Max(widths[column], row[column].Length);
        foreach (var row in all)
        {
            var line = new StringBuilder();
            for (var column = 0; column < widths.Length - 1; column++) line.Append(row[column].PadRight(widths[column] + 2));
            Console.Out.WriteLine(line.Append(row[^1]).ToString().TrimEnd());
        }
    }
}
