using ActorTerm.Protocol;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Terminal.Styles;

namespace ActorTerm.Api.Translation;

/// <summary>How cells look, as the wire shows it.</summary>
internal static class CellStyles
{
    public static CellStyle ToWire(SessionsProtocol.Run<Style> run)
    {
        var style = run.Value;
        var wire = new CellStyle { Repeats = (uint)run.Length };
        SetForeground(wire, style.Foreground);
        SetBackground(wire, style.Background);
        if (style.Flags.HasFlag(StyleFlags.Bold)) wire.Bold = true;
        if (style.Flags.HasFlag(StyleFlags.Faint)) wire.Faint = true;
        if (style.Flags.HasFlag(StyleFlags.Italic)) wire.Italic = true;
        if ((style.Flags & (StyleFlags.Blink | StyleFlags.RapidBlink)) != 0) wire.Blink = true;
        if (style.Underline != UnderlineStyle.None) wire.Underline = true;
        if (style.Flags.HasFlag(StyleFlags.Strikethrough)) wire.Strikethrough = true;
        if (style.Flags.HasFlag(StyleFlags.Invisible)) wire.Invisible = true;
        if (style.Flags.HasFlag(StyleFlags.Inverse)) wire.Inverse = true;
        if (style.Flags.HasFlag(StyleFlags.Protected)) wire.Guarded = true;
        if (style.UnderlineColor.Kind == CellColorKind.Rgb) wire.UnderlineColor = ToRgb(style.UnderlineColor);
        if (style.Link is { } link) wire.Url = ToUrl(link);
        return wire;
    }

    private static void SetForeground(CellStyle wire, CellColor color)
    {
        switch (color.Kind)
        {
            case CellColorKind.Palette:
                wire.FgStandard = (uint)color.Index;
                break;
            case CellColorKind.Rgb:
                wire.FgRgb = ToRgb(color);
                break;
            default:
                wire.FgAlternate = AlternateColor.Default;
                break;
        }
    }

    private static void SetBackground(CellStyle wire, CellColor color)
    {
        switch (color.Kind)
        {
            case CellColorKind.Palette:
                wire.BgStandard = (uint)color.Index;
                break;
            case CellColorKind.Rgb:
                wire.BgRgb = ToRgb(color);
                break;
            default:
                wire.BgAlternate = AlternateColor.Default;
                break;
        }
    }

    private static RGBColor ToRgb(CellColor color) => new() { Red = color.Red, Green = color.Green, Blue = color.Blue };

    private static URL ToUrl(Hyperlink link)
    {
        var url = new URL { Url = link.Uri };
        if (link.Id is { } id) url.Identifier = id;
        return url;
    }
}
