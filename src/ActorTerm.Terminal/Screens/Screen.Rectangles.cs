using ActorTerm.Terminal.Parsing;
using ActorTerm.Terminal.Rows;
using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Screens;

/// <summary>Rectangular area operations: VT420 Programmer Reference, chapter 5; the cursor stays where it is.</summary>
public sealed partial class Screen
{
    /// <summary>DECSACE: DECCARA and DECRARA change a rectangle, not the stream of cells from its first to its last.</summary>
    internal bool ChangesRectangle { get; set; }

    /// <summary>The area between two corners, counted from the margins in origin mode and kept inside them; a negative bottom or right is the last.</summary>
    internal Rectangle Area(int top, int left, int bottom, int right)
    {
        var (firstRow, lastRow) = Modes.Origin ? (_top, _bottom) : (0, Rows - 1);
        var (firstColumn, lastColumn) = Modes.Origin ? (_left, _right) : (0, Columns - 1);
        return new Rectangle(
            Math.Min(firstRow + top, lastRow),
            Math.Min(firstColumn + left, lastColumn),
            bottom < 0 ? lastRow : Math.Min(firstRow + bottom, lastRow),
            right < 0 ? lastColumn : Math.Min(firstColumn + right, lastColumn));
    }

    /// <summary>DECERA and DECSERA.</summary>
    internal void EraseRectangle(Rectangle area, bool selective)
    {
        if (area.IsEmpty) return;
        for (var row = area.Top; row <= area.Bottom; row++) EraseCells(row, area.Left, area.Right + 1, selective);
    }

    /// <summary>DECFRA: with the current rendition.</summary>
    internal void FillRectangle(Rectangle area, int character)
    {
        if (area.IsEmpty) return;
        var style = PenId();
        for (var index = area.Top; index <= area.Bottom; index++)
        {
            var row = Touch(index);
            for (var column = area.Left; column <= area.Right; column++) row.WriteCell(column, character, 1, style, Columns);
        }
    }

    /// <summary>DECCRA: what does not fit on the screen is cut off.</summary>
    internal void CopyRectangle(Rectangle area, int toRow, int toColumn)
    {
        if (area.IsEmpty) return;
        var target = Area(toRow, toColumn, -1, -1);
        var rows = Math.Min(area.Bottom - area.Top, target.Bottom - target.Top) + 1;
        var width = Math.Min(area.Width, target.Width);
        var upwards = target.Top > area.Top;               // so that no row is overwritten before it was copied
        for (var i = 0; i < rows; i++)
        {
            var offset = upwards ? rows - 1 - i : i;
            Touch(target.Top + offset).CopyFrom(_active[area.Top + offset], area.Left, target.Left, width, Columns);
        }
    }

    /// <summary>DECCARA sets or clears renditions, DECRARA reverses them: bold, underline, blink and inverse (and faint and invisible as xterm).</summary>
    internal void ChangeAttributes(Rectangle area, ReadOnlySpan<int> renditions, bool reverse)
    {
        if (area.IsEmpty) return;
        for (var row = area.Top; row <= area.Bottom; row++)
        {
            var from = ChangesRectangle || row == area.Top ? area.Left : 0;
            var to = ChangesRectangle || row == area.Bottom ? area.Right : Columns - 1;
            ChangeAttributes(Touch(row), from, to, renditions, reverse);
        }
    }

    private void ChangeAttributes(Row row, int from, int to, ReadOnlySpan<int> renditions, bool reverse)
    {
        for (var column = from; column <= to;)
        {
            var before = row.StyleAt(column);
            var end = column + 1;
            while (end <= to && row.StyleAt(end) == before) end++;
            var style = _styles[before];
            foreach (var rendition in renditions) style = reverse ? Reversed(style, rendition) : Changed(style, rendition);
            row.Restyle(column, end - column, _styles.IdOf(in style), Columns);
            column = end;
        }
    }

    private static StyleKey Changed(StyleKey style, int rendition)
    {
        const StyleFlags all = StyleFlags.Bold | StyleFlags.Blink | StyleFlags.Inverse | StyleFlags.Invisible;
        return rendition switch
        {
            CsiSequence.Omitted or 0 => style with { Flags = style.Flags & ~all, Underline = UnderlineStyle.None },
            1 => style with { Flags = style.Flags | StyleFlags.Bold },
            4 => style with { Underline = UnderlineStyle.Single },
            5 => style with { Flags = style.Flags | StyleFlags.Blink },
            7 => style with { Flags = style.Flags | StyleFlags.Inverse },
            8 => style with { Flags = style.Flags | StyleFlags.Invisible },
            22 => style with { Flags = style.Flags & ~StyleFlags.Bold },
            24 => style with { Underline = UnderlineStyle.None },
            25 => style with { Flags = style.Flags & ~StyleFlags.Blink },
            27 => style with { Flags = style.Flags & ~StyleFlags.Inverse },
            28 => style with { Flags = style.Flags & ~StyleFlags.Invisible },
            _ => style,
        };
    }

    private static StyleKey Reversed(StyleKey style, int rendition) => rendition switch
    {
        CsiSequence.Omitted or 0 => Reversed(Reversed(Reversed(Reversed(Reversed(style, 1), 4), 5), 7), 8),
        1 => style with { Flags = style.Flags ^ StyleFlags.Bold },
        4 => style with { Underline = style.Underline == UnderlineStyle.None ? UnderlineStyle.Single : UnderlineStyle.None },
        5 => style with { Flags = style.Flags ^ StyleFlags.Blink },
        7 => style with { Flags = style.Flags ^ StyleFlags.Inverse },
        8 => style with { Flags = style.Flags ^ StyleFlags.Invisible },
        _ => style,
    };
}
