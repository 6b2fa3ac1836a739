using System.Globalization;

namespace ActorTerm.Benchmarks.Harness;

/// <summary>The figures of several rounds: the median, and how far they spread.</summary>
internal sealed class Figures
{
    private readonly double[] _sorted;

    public Figures(IEnumerable<double> figures)
    {
        _sorted = [.. figures.Order()];
        if (_sorted.Length == 0) throw new ArgumentException("no round, no median", nameof(figures));
    }

    public double Median => _sorted.Length % 2 == 1
        ? _sorted[_sorted.Length / 2]
        : (_sorted[_sorted.Length / 2 - 1] + _sorted[_sorted.Length / 2]) / 2;

    public double Min => _sorted[0];

    public double Max => _sorted[^1];

    /// <summary>Three digits that count, with a blank between thousands.</summary>
    public static string Text(double figure)
    {
        var digits = Math.Abs(figure) switch
        {
            >= 100 => 0,
            >= 10 => 1,
            >= 1 => 2,
            _ => 3,
        };
        return figure.ToString("N" + digits, CultureInfo.InvariantCulture).Replace(",", " ", StringComparison.Ordinal);
    }

    public override string ToString() => $"{Text(Median)} ({Text(Min)} to {Text(Max)})";
}
