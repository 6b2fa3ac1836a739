namespace ActorTerm.Benchmarks.Harness;

/// <summary>
/// The committed results: whatever stands above the first <c>## </c> heading is written by hand and kept, then one section per suite. A run
/// replaces the sections of the suites it ran.
/// </summary>
internal sealed class ResultsFile
{
    private const string Heading = "## ";

    private readonly string _path;
    private readonly List<string> _sections;                // the first is the head

    public ResultsFile(string path)
    {
        _path = path;
        _sections = Split(File.Exists(path) ? File.ReadAllLines(path) : ["# Benchmarks", ""]);
    }

    /// <param name="section">Begins with its heading.</param>
    public void Replace(string section)
    {
        var heading = section[..section.IndexOf('\n', StringComparison.Ordinal)];
        var at = _sections.FindIndex(each => each.StartsWith(heading + "\n", StringComparison.Ordinal));
        if (at < 0) _sections.Add(section);
        else _sections[at] = section;
    }

    public void Save() => File.WriteAllText(_path, string.Join("\n\n", _sections.Select(each => each.TrimEnd())) + "\n");

    private static List<string> Split(IEnumerable<string> lines)
    {
        var sections = new List<string> { "" };
        foreach (var line in lines)
        {
            if (line.StartsWith(Heading, StringComparison.Ordinal)) sections.Add("");
            sections[^1] += line + "\n";
        }

        return sections;
    }
}
