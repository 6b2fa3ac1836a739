using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Replies;

/// <summary>A style as the parameters of SGR that would bring it about, from a reset.</summary>
internal static class RenditionReport
{
    private static readonly (StyleFlags Flag, int Parameter)[] Parameters =
    [
        (StyleFlags.Bold, 1), (StyleFlags.Faint, 2), (StyleFlags.Italic, 3), (StyleFlags.Blink, 5), (StyleFlags.RapidBlink, 6),
        (StyleFlags.Inverse, 7), (StyleFlags.Invisible, 8), (StyleFlags.Strikethrough, 9), (StyleFlags.Overline, 53),
    ];

    public static void Add(in StyleKey style, ref ReplyWriter reply)
    {
        reply.AddByte((byte)'0');
        foreach (var (flag, parameter) in Parameters)
        {
            if ((style.Flags & flag) == 0) continue;
            reply.AddByte((byte)';');
            reply.AddNumber(parameter);
        }

        if (style.Underline == UnderlineStyle.Single) reply.Add(";4"u8);
        else if (style.Underline == UnderlineStyle.Double) reply.Add(";21"u8);
        else if (style.Underline != UnderlineStyle.None)
        {
            reply.Add(";4:"u8);
            reply.AddNumber((int)style.Underline);
        }

        AddColor(style.Foreground, 30, 90, 38, ref reply);
        AddColor(style.Background, 40, 100, 48, ref reply);
        AddColor(style.UnderlineColor, -1, -1, 58, ref reply);
    }

    private static void AddColor(CellColor color, int low, int high, int extended, ref ReplyWriter reply)
    {
        if (color.Kind == CellColorKind.Default) return;
        reply.AddByte((byte)';');
        if (color.Kind == CellColorKind.Palette && color.Index < 16 && low > 0)
        {
            reply.AddNumber(color.Index < 8 ? low + color.Index : high + color.Index - 8);
            return;
        }

        reply.AddNumber(extended);
        if (color.Kind == CellColorKind.Palette)
        {
            reply.Add(":5:"u8);
            reply.AddNumber(color.Index);
            return;
        }

        reply.Add(":2::"u8);
        reply.AddNumber(color.Red);
        reply.AddByte((byte)':');
        reply.AddNumber(color.Green);
        reply.AddByte((byte)':');
        reply.AddNumber(color.Blue);
    }
}
