using ActorTerm.Terminal.Parsing;

namespace ActorTerm.Terminal.Styles;

/// <summary>SGR: ECMA-48 8.3.117, colours and sub-parameters of ITU T.416 13.1.8, underline styles as kitty and xterm have them.</summary>
internal static class GraphicRendition
{
    public static void Apply(in CsiSequence sgr, ref StyleKey pen)
    {
        var parameters = sgr.Parameters;
        if (parameters.IsEmpty || (parameters.Length == 1 && parameters[0] <= 0)) Reset(ref pen);
        else if (sgr.HasSubParameters) ApplyWithSubParameters(in sgr, ref pen);
        else while (!parameters.IsEmpty) parameters = parameters[Apply(parameters, ref pen)..];
    }

    private static void ApplyWithSubParameters(in CsiSequence sgr, ref StyleKey pen)
    {
        var parameters = sgr.Parameters;
        for (var i = 0; i < parameters.Length;)
        {
            var end = i + 1;
            while (end < parameters.Length && sgr.IsSubParameter(end)) end++;
            if (end > i + 1)
            {
                Apply(parameters[i], parameters[(i + 1)..end], ref pen);
                i = end;
            }
            else
            {
                i += Apply(parameters[i..], ref pen);
            }
        }
    }

    /// <summary>The first of parameters without sub-parameters. Returns how many it took.</summary>
    private static int Apply(ReadOnlySpan<int> parameters, ref StyleKey pen)
    {
        var value = parameters[0];
        switch (value)
        {
            case CsiSequence.Omitted or 0: Reset(ref pen); break;
            case 1: Add(ref pen, StyleFlags.Bold); break;
            case 2: Add(ref pen, StyleFlags.Faint); break;
            case 3: Add(ref pen, StyleFlags.Italic); break;
            case 4: pen.Underline = UnderlineStyle.Single; break;
            case 5: Add(ref pen, StyleFlags.Blink); break;
            case 6: Add(ref pen, StyleFlags.RapidBlink); break;
            case 7: Add(ref pen, StyleFlags.Inverse); break;
            case 8: Add(ref pen, StyleFlags.Invisible); break;
            case 9: Add(ref pen, StyleFlags.Strikethrough); break;
            case 21: pen.Underline = UnderlineStyle.Double; break;
            case 22: Remove(ref pen, StyleFlags.Bold | StyleFlags.Faint); break;
            case 23: Remove(ref pen, StyleFlags.Italic); break;
            case 24: pen.Underline = UnderlineStyle.None; break;
            case 25: Remove(ref pen, StyleFlags.Blink | StyleFlags.RapidBlink); break;
            case 27: Remove(ref pen, StyleFlags.Inverse); break;
            case 28: Remove(ref pen, StyleFlags.Invisible); break;
            case 29: Remove(ref pen, StyleFlags.Strikethrough); break;
            case >= 30 and <= 37: pen.Foreground = CellColor.Palette(value - 30); break;
            case 39: pen.Foreground = default; break;
            case >= 40 and <= 47: pen.Background = CellColor.Palette(value - 40); break;
            case 49: pen.Background = default; break;
            case 53: Add(ref pen, StyleFlags.Overline); break;
            case 55: Remove(ref pen, StyleFlags.Overline); break;
            case 59: pen.UnderlineColor = default; break;
            case >= 90 and <= 97: pen.Foreground = CellColor.Palette(value - 90 + 8); break;
            case >= 100 and <= 107: pen.Background = CellColor.Palette(value - 100 + 8); break;
            case 38 or 48 or 58: return 1 + ApplyColor(value, parameters[1..], ref pen);
        }

        return 1;
    }

    /// <summary>A parameter with sub-parameters.</summary>
    private static void Apply(int value, ReadOnlySpan<int> sub, ref StyleKey pen)
    {
        switch (value)
        {
            case 4:
                if (sub[0] is >= 0 and <= (int)UnderlineStyle.Dashed) pen.Underline = (UnderlineStyle)sub[0];
                break;
            case 38 or 48 or 58:
                // 2 : colour space : r : g : b, or as many programs write it without the colour space.
                if (sub[0] == 2 && sub.Length >= 5) Set(value, Rgb(sub[2..]), ref pen);
                else if (sub[0] == 2 && sub.Length == 4) Set(value, Rgb(sub[1..]), ref pen);
                else if (sub[0] == 5 && sub.Length >= 2) Set(value, Palette(sub[1]), ref pen);
                break;
        }
    }

    /// <summary>A colour in the form with semicolons. Returns how many further parameters it took.</summary>
    private static int ApplyColor(int which, ReadOnlySpan<int> rest, ref StyleKey pen)
    {
        if (rest.Length >= 4 && rest[0] == 2)
        {
            Set(which, Rgb(rest[1..]), ref pen);
            return 4;
        }

        if (rest.Length >= 2 && rest[0] == 5)
        {
            Set(which, Palette(rest[1]), ref pen);
            return 2;
        }

        return rest.Length;                                  // what it would have been cannot be told
    }

    private static void Set(int which, CellColor? color, ref StyleKey pen)
    {
        if (color is not { } known) return;
        if (which == 38) pen.Foreground = known;
        else if (which == 48) pen.Background = known;
        else pen.UnderlineColor = known;
    }

    private static CellColor? Rgb(ReadOnlySpan<int> parts)
    {
        int red = Math.Max(0, parts[0]), green = Math.Max(0, parts[1]), blue = Math.Max(0, parts[2]);
        return red > 255 || green > 255 || blue > 255 ? null : CellColor.Rgb(red, green, blue);
    }

    private static CellColor? Palette(int index) => index > 255 ? null : CellColor.Palette(Math.Max(0, index));

    /// <summary>Protection and links are no graphic rendition.</summary>
    private static void Reset(ref StyleKey pen) => pen = new StyleKey { Flags = pen.Flags & StyleFlags.Protected, Link = pen.Link };

    private static void Add(ref StyleKey pen, StyleFlags flags) => pen.Flags = pen.Flags | flags;

    private static void Remove(ref StyleKey pen, StyleFlags flags) => pen.Flags = pen.Flags & ~flags;
}
