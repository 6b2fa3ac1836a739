namespace ActorTerm.Cli.Output;

/// <summary>Columns for people: each as wide as its widest text, the last one open.</summary>
internal static class Table
{
    public static void Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = rows.Prepend(header).ToList();
        var widths = header.Select((_, column) => all.Max(row => row[column].Length)).ToArray();
        foreach (var row in all)
        {
            var cells = row.Select((text, column) => column == row.Count - 1 ? text : text.PadRight(widths[column] + 2));
            Console.Out.WriteLine(string.Concat(cells).TrimEnd());
        }
    }
}
