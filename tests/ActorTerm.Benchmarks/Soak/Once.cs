using ActorTerm.Benchmarks.Harness;

namespace ActorTerm.Benchmarks.Soak;

/// <summary>What takes minutes is done once, however many rounds there are.</summary>
internal static class Once
{
    public static Side Side(Func<double> measure)
    {
        var figure = new Lazy<double>(measure);
        return new Side("ours", () => figure.Value);
    }
}
