namespace ActorTerm.Terminal.Parsing;

/// <summary>A control sequence, or the head of a device control string: ECMA-48 5.4, with sub-parameters of ITU T.416.</summary>
/// <param name="marker">The private marker, one of &lt; = &gt; ?, or 0.</param>
/// <param name="intermediates">0, one byte, or two as first &lt;&lt; 8 | second; <see cref="TooMany"/> for more.</param>
/// <param name="final">0x40 to 0x7e.</param>
/// <param name="parameters">At most <see cref="MaxParameters"/>, sub-parameters counted; <see cref="Omitted"/> where nothing stood.</param>
/// <param name="colons">Bit i is set when parameter i followed a colon, hence belongs to the one before it.</param>
public readonly ref struct CsiSequence(byte marker, int intermediates, byte final, ReadOnlySpan<int> parameters, uint colons)
{
    /// <summary>Further ones are dropped. As many as the 16 that VT420 promises, twice.</summary>
    public const int MaxParameters = 32;

    /// <summary>Larger numbers become this one: beyond every screen, and far from overflow.</summary>
    public const int MaxValue = 99_999;

    /// <summary>The value of a parameter that was left out.</summary>
    public const int Omitted = -1;

    /// <summary>Stands for three or more intermediates: no function has them.</summary>
    public const int TooMany = 0xffff;

    private readonly uint _colons = colons;

    public byte Marker { get; } = marker;

    public int Intermediates { get; } = intermediates;

    public byte Final { get; } = final;

    public ReadOnlySpan<int> Parameters { get; } = parameters;

    /// <summary>Whether the parameter belongs to the one before it.</summary>
    public bool IsSubParameter(int index) => (_colons & 1u << index) != 0;

    /// <summary>Whether any parameter is a sub-parameter.</summary>
    public bool HasSubParameters => _colons != 0;

    /// <summary>The parameter, or a default where it was left out.</summary>
    public int Value(int index, int whenOmitted = 0) =>
        (uint)index < (uint)Parameters.Length && Parameters[index] >= 0 ? Parameters[index] : whenOmitted;

    /// <summary>The parameter as a count or a position: 1 where it was left out or 0.</summary>
    public int Count(int index) => Math.Max(1, Value(index));
}
