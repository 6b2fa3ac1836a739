using System.Globalization;

namespace ActorTerm.Benchmarks.Harness;

/// <summary>What a row is to reach. The ratio is always our figure divided by the baseline's.</summary>
internal sealed record Goal
{
    private enum Kind
    {
        None,
        RatioAtLeast,
        RatioAtMost,
        AtLeast,
        AtMost,
        MoreByAtMost,
    }

    private readonly Kind _kind;
    private readonly double _value;
    private readonly Goal? _other;

    private Goal(Kind kind, double value, Goal? other = null) => (_kind, _value, _other) = (kind, value, other);

    public static Goal None { get; } = new(Kind.None, 0);

    public static Goal RatioAtLeast(double ratio) => new(Kind.RatioAtLeast, ratio);

    /// <summary>For figures where less is better.</summary>
    public static Goal RatioAtMost(double ratio) => new(Kind.RatioAtMost, ratio);

    public static Goal AtLeast(double figure) => new(Kind.AtLeast, figure);

    public static Goal AtMost(double figure) => new(Kind.AtMost, figure);

    /// <summary>Our figure is at most so much above the baseline's, in the row's unit.</summary>
    public static Goal MoreByAtMost(double figure) => new(Kind.MoreByAtMost, figure);

    /// <summary>Both are to be reached.</summary>
    public Goal And(Goal other) => new(_kind, _value, other);

    /// <param name="ratio">Null: there is no baseline.</param>
    public bool IsReached(double ours, double? ratio) => IsReachedItself(ours, ratio) && _other?.IsReached(ours, ratio) is not false;

    public override string ToString() => _other is null ? Text() : $"{Text()}, and {_other}";

    private bool IsReachedItself(double ours, double? ratio) => _kind switch
    {
        Kind.RatioAtLeast => ratio >= _value,
        Kind.RatioAtMost => ratio <= _value,
        Kind.AtLeast => ours >= _value,
        Kind.AtMost => ours <= _value,
        Kind.MoreByAtMost => ours - (ours / ratio) <= _value,
        _ => true,
    };

    private string Text() => _kind switch
    {
        Kind.RatioAtLeast => string.Create(CultureInfo.InvariantCulture, $"{_value:0.##} x"),
        Kind.RatioAtMost => string.Create(CultureInfo.InvariantCulture, $"at most {_value:0.##} x"),
        Kind.AtLeast => "at least " + Figures.Text(_value),
        Kind.AtMost => "at most " + Figures.Text(_value),
        Kind.MoreByAtMost => "at most " + Figures.Text(_value) + " more",
        _ => "",
    };
}
