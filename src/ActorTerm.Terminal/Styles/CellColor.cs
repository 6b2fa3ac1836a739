namespace ActorTerm.Terminal.Styles;

/// <summary>How a <see cref="CellColor"/> names its colour.</summary>
public enum CellColorKind : byte
{
    /// <summary>The terminal's own foreground, background or, for an underline, the colour of the text.</summary>
    Default,

    /// <summary>An entry of the palette, 0 to 255: SGR 30-37, 40-47, 90-97, 100-107, 38;5, 48;5.</summary>
    Palette,

    /// <summary>Red, green and blue: SGR 38;2 and 48;2.</summary>
    Rgb,
}

/// <summary>A colour as the program asked for it, before any palette is applied. The default value is the terminal's default colour.</summary>
public readonly record struct CellColor
{
    private const int KindShift = 24;

    private CellColor(uint packed) => Packed = packed;

    /// <summary>Kind in the top byte, then the palette index or 0xRRGGBB.</summary>
    internal uint Packed { get; }

    public CellColorKind Kind => (CellColorKind)(Packed >> KindShift);

    /// <summary>The palette entry, 0 to 255; meaningless for other kinds.</summary>
    public int Index => (int)(Packed & 0xff);

    public byte Red => (byte)(Packed >> 16);

    public byte Green => (byte)(Packed >> 8);

    public byte Blue => (byte)Packed;

    /// <param name="index">0 to 255; higher bits are dropped.</param>
    public static CellColor Palette(int index) => new((uint)CellColorKind.Palette << KindShift | (uint)(index & 0xff));

    /// <summary>Each part is 0 to 255; higher bits are dropped.</summary>
    public static CellColor Rgb(int red, int green, int blue) =>
        new((uint)CellColorKind.Rgb << KindShift | (uint)(red & 0xff) << 16 | (uint)(green & 0xff) << 8 | (uint)(blue & 0xff));

    public override string ToString() => Kind switch
    {
        CellColorKind.Palette => $"palette {Index}",
        CellColorKind.Rgb => $"#{Packed & 0xffffff:x6}",
        _ => "default",
    };
}
