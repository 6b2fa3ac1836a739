using ActorTerm.Terminal.Rows;
using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Screens;

/// <summary>XTCHECKSUM: in what DECRQCRA differs from VT420.</summary>
[Flags]
internal enum ChecksumExtensions
{
    None = 0,

    /// <summary>The sum is not negated.</summary>
    Positive = 1,

    /// <summary>Renditions do not count.</summary>
    WithoutAttributes = 2,

    /// <summary>Blanks count.</summary>
    WithBlanks = 4,

    /// <summary>Cells that were never written count as blanks.</summary>
    WithEmpty = 8,

    /// <summary>Whole code points count, not their low eight bits.</summary>
    WholeCharacters = 16,
}

public sealed partial class Screen
{
    /// <summary>DECRQCRA: the sum of characters and renditions, negated, blanks left out: as xterm, which was held against a VT420.</summary>
    internal int Checksum(Rectangle area, ChecksumExtensions extensions)
    {
        var withBlanks = extensions.HasFlag(ChecksumExtensions.WithBlanks);
        int all = 0, visible = 0;
        var first = true;
        for (var index = area.Top; index <= area.Bottom; index++)
        {
            var row = _active[index];
            for (var column = area.Left; column <= area.Right; column++)
            {
                var cell = row.CellAt(column);
                if (cell == Cell.Tail) continue;
                if (cell == Cell.Empty && (extensions & (ChecksumExtensions.WithBlanks | ChecksumExtensions.WithEmpty)) == 0) continue;

                var character = cell == Cell.Empty ? Cell.Space : Cell.IsCluster(cell) ? _clusters[cell][0] : cell;
                if (!extensions.HasFlag(ChecksumExtensions.WholeCharacters)) character &= 0xff;
                ref readonly var style = ref _styles[row.StyleAt(column)];
                var attributes = Attributes(in style);
                if (!extensions.HasFlag(ChecksumExtensions.WithoutAttributes)) character += attributes;
                all += character;
                if (first || character != Cell.Space || attributes != 0) visible += character;
                first = false;
            }

            first = false;
        }

        var sum = withBlanks ? all : visible;
        return extensions.HasFlag(ChecksumExtensions.Positive) ? sum : -sum;
    }

    private static int Attributes(in StyleKey style)
    {
        var sum = 0;
        if (style.IsProtected) sum += 0x04;
        if ((style.Flags & StyleFlags.Invisible) != 0) sum += 0x08;
        if (style.Underline != UnderlineStyle.None) sum += 0x10;
        if ((style.Flags & StyleFlags.Inverse) != 0) sum += 0x20;
        if ((style.Flags & StyleFlags.Blink) != 0) sum += 0x40;
        if ((style.Flags & StyleFlags.Bold) != 0) sum += 0x80;
        return sum;
    }
}
