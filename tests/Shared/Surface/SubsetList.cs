namespace ActorTerm.Surface;

/// <summary>The checked-in list: what of Akka.NET 1.5 the own engine offers, in Akka.NET's signatures.</summary>
internal static class SubsetList
{
    public static IReadOnlyList<string> Read()
    {
        using var stream = typeof(SubsetList).Assembly.GetManifestResourceStream("akka-subset.txt")
            ?? throw new InvalidOperationException("akka-subset.txt is not embedded");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && !line.StartsWith('#'))];
    }
}
