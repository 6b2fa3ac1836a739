namespace ActorTerm.Client;

/// <summary>How a cell looks.</summary>
public sealed record CellStyle
{
    public static CellStyle Default { get; } = new();

    public Color Foreground { get; init; } = Color.Default;

    public Color Background { get; init; } = Color.Default;

    public bool IsBold { get; init; }

    public bool IsFaint { get; init; }

    public bool IsItalic { get; init; }

    public bool IsBlinking { get; init; }

    public bool IsUnderlined { get; init; }

    /// <summary>Null: underlined in the colour of the text.</summary>
    public Color? UnderlineColor { get; init; }

    public bool IsStruckThrough { get; init; }

    public bool IsInvisible { get; init; }

    public bool IsInverse { get; init; }

    /// <summary>Protected from erasure (DECSCA).</summary>
    public bool IsProtected { get; init; }

    /// <summary>Where it links to (OSC 8).</summary>
    public string? Link { get; init; }

    internal static CellStyle Of(Protocol.CellStyle style) => new()
    {
        Foreground = style.FgColorCase switch
        {
            Protocol.CellStyle.FgColorOneofCase.FgStandard => Color.OfPalette((byte)style.FgStandard),
            Protocol.CellStyle.FgColorOneofCase.FgRgb => Color.Of(style.FgRgb),
            _ => Color.Default,
        },
        Background = style.BgColorCase switch
        {
            Protocol.CellStyle.BgColorOneofCase.BgStandard => Color.OfPalette((byte)style.BgStandard),
            Protocol.CellStyle.BgColorOneofCase.BgRgb => Color.Of(style.BgRgb),
            _ => Color.Default,
        },
        IsBold = style.Bold,
        IsFaint = style.Faint,
        IsItalic = style.Italic,
        IsBlinking = style.Blink,
        IsUnderlined = style.Underline,
        UnderlineColor = style.UnderlineColor is { } color ? Color.Of(color) : null,
        IsStruckThrough = style.Strikethrough,
        IsInvisible = style.Invisible,
        IsInverse = style.Inverse,
        IsProtected = style.Guarded,
        Link = style.Url?.HasUrl == true ? style.Url.Url : null,
    };
}
