namespace ActorTerm.Client;

/// <summary>The colour of a cell: the terminal's default, one of its palette, or red, green and blue.</summary>
public readonly record struct Color
{
    private enum Kind : byte
    {
        Default,
        Palette,
        Rgb,
    }

    private readonly Kind _kind;
    private readonly byte _red, _green, _blue;

    private Color(Kind kind, byte red, byte green, byte blue) => (_kind, _red, _green, _blue) = (kind, red, green, blue);

    public static Color Default => default;

    /// <summary>0 to 255; null if it is not of the palette.</summary>
    public byte? PaletteIndex => _kind == Kind.Palette ? _red : null;

    /// <summary>Null if it is of the palette, or the default.</summary>
    public (byte Red, byte Green, byte Blue)? Rgb => _kind == Kind.Rgb ? (_red, _green, _blue) : null;

    public bool IsDefault => _kind == Kind.Default;

    public static Color OfPalette(byte index) => new(Kind.Palette, index, 0, 0);

    public static Color OfRgb(byte red, byte green, byte blue) => new(Kind.Rgb, red, green, blue);

    /// <summary><c>default</c>, <c>9</c> or <c>#ff8000</c>.</summary>
    public override string ToString() => _kind switch
    {
        Kind.Palette => $"{_red}",
        Kind.Rgb => $"#{_red:x2}{_green:x2}{_blue:x2}",
        _ => "default",
    };

    internal static Color Of(Protocol.RGBColor color) => OfRgb((byte)color.Red, (byte)color.Green, (byte)color.Blue);
}
