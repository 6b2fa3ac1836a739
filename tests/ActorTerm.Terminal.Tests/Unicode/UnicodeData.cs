using System.Globalization;

namespace ActorTerm.Terminal.Tests.Unicode;

/// <summary>The data files of Debian's package unicode-data, read without cleverness.</summary>
internal static class UnicodeData
{
    private const string Folder = "/usr/share/unicode";

    /// <summary>True when the files are here and of the version the tables were made from; another version has other characters.</summary>
    public static bool Matches(string version) =>
        File.Exists(PathOf("EastAsianWidth.txt")) && File.ReadLines(PathOf("EastAsianWidth.txt")).First().Contains($"-{version}.txt");

    /// <summary>Code point to property value.</summary>
    public static Dictionary<int, string> Values(string file)
    {
        var values = new Dictionary<int, string>();
        foreach (var (first, last, value) in Ranges(file))
            for (var codePoint = first; codePoint <= last; codePoint++)
                values[codePoint] = value;
        return values;
    }

    /// <summary>The code points that have a binary property.</summary>
    public static HashSet<int> Having(string file, string property) =>
        [.. Ranges(file).Where(range => range.Value == property).SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1))];

    /// <summary>Lines without comments.</summary>
    public static IEnumerable<string> Lines(string file) =>
        File.ReadLines(PathOf(file)).Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0);

    public static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static IEnumerable<(int First, int Last, string Value)> Ranges(string file)
    {
        foreach (var line in Lines(file))
        {
            var fields = line.Split(';');
            var ends = fields[0].Trim().Split("..");
            yield return (Hex(ends[0]), Hex(ends[^1]), fields[1].Trim());
        }
    }

    private static string PathOf(string file) => Path.Combine(Folder, file);
}
