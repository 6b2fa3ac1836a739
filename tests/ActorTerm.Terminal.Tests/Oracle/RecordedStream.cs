using System.Globalization;

namespace ActorTerm.Terminal.Tests.Oracle;

/// <summary>What a program once wrote to a terminal of one size: Streams/NAME.COLUMNSxROWS.stream, made by record.py.</summary>
internal sealed record RecordedStream(string Name, int Columns, int Rows, byte[] Data)
{
    /// <summary>Names for a theory's rows.</summary>
    public static IEnumerable<string> Names => Directory.EnumerateFiles(Path.Combine(ExternalTool.Folder, "Streams"), "*.stream").Select(path => Path.GetFileName(path)).Order();

    public static RecordedStream Load(string file)
    {
        var parts = file.Split('.');
        var size = parts[1].Split('x');
        return new RecordedStream(
            parts[0], int.Parse(size[0], CultureInfo.InvariantCulture), int.Parse(size[1], CultureInfo.InvariantCulture),
            File.ReadAllBytes(Path.Combine(ExternalTool.Folder, "Streams", file)));
    }

    /// <summary>Ascending offsets at which screens are compared, the end last. They may fall into the middle of a sequence.</summary>
    public int[] Checkpoints(int count) => [.. Enumerable.Range(1, count).Select(i => (int)((long)Data.Length * i / count)).Distinct()];
}
