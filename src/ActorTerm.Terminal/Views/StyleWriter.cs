using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Views;

/// <summary>
/// Brings the terminal's pen from one style to the next with as few bytes as it can: what changed, or a reset and what is left, whichever
/// is shorter. xterm ctlseqs, "Character Attributes (SGR)"; links by OSC 8.
/// </summary>
internal struct StyleWriter
{
    /// <summary>What can be seen; protection is the program's own matter.</summary>
    private const StyleFlags Visible = ~StyleFlags.Protected;

    private static readonly (StyleFlags Flag, byte On, byte Off)[] Switches =
    [
        (StyleFlags.Bold, 1, 22),
        (StyleFlags.Faint, 2, 22),
        (StyleFlags.Italic, 3, 23),
        (StyleFlags.Blink, 5, 25),
        (StyleFlags.RapidBlink, 6, 25),
        (StyleFlags.Inverse, 7, 27),
        (StyleFlags.Invisible, 8, 28),
        (StyleFlags.Strikethrough, 9, 29),
        (StyleFlags.Overline, 53, 55),
    ];

    private Style _current;

    /// <summary>Whether a blank in this style looks like an erased cell of the terminal's own background.</summary>
    public static bool IsBlank(in Style style) =>
        style.Background == default
        && (style.Flags & (StyleFlags.Inverse | StyleFlags.Strikethrough | StyleFlags.Overline | StyleFlags.Blink | StyleFlags.RapidBlink)) == 0
        && style.Underline == UnderlineStyle.None && style.Link is null;

    public void Change(ref AnsiWriter to, in Style style)
    {
        var next = style with { Flags = style.Flags & Visible, Link = null };
        if (!ReferenceEquals(style.Link, _current.Link)) WriteLink(ref to, style.Link);
        var from = _current with { Link = null };
        _current = next with { Link = style.Link };
        if (from.Equals(next)) return;

        var changes = new Parameters(stackalloc byte[Parameters.MaximumLength]);
        Write(ref changes, from, next);
        var afresh = new Parameters(stackalloc byte[Parameters.MaximumLength]);
        afresh.Add(0);
        Write(ref afresh, default, next);
        var parameters = afresh.Bytes.Length <= changes.Bytes.Length ? afresh.Bytes : changes.Bytes;
        to.Text("\e["u8);
        if (!parameters.SequenceEqual("0"u8)) to.Text(parameters);
        to.Byte((byte)'m');
    }

    public void Reset(ref AnsiWriter to) => Change(ref to, default);

    private static void Write(ref Parameters to, in Style from, in Style next)
    {
        var on = next.Flags & ~from.Flags;
        var off = from.Flags & ~next.Flags;
        foreach (var (flag, _, code) in Switches)
        {
            if ((off & flag) == 0) continue;
            to.Add(code);
            // 22 and 25 end two things at once; what stays is switched on again.
            if (code == 22) on |= next.Flags & (StyleFlags.Bold | StyleFlags.Faint);
            if (code == 25) on |= next.Flags & (StyleFlags.Blink | StyleFlags.RapidBlink);
            if (code is 22 or 25) off &= code == 22 ? ~(StyleFlags.Bold | StyleFlags.Faint) : ~(StyleFlags.Blink | StyleFlags.RapidBlink);
        }

        foreach (var (flag, code, _) in Switches)
            if ((on & flag) != 0) to.Add(code);

        if (from.Underline != next.Underline) WriteUnderline(ref to, next.Underline);
        if (from.Foreground != next.Foreground) WriteColor(ref to, next.Foreground, 30);
        if (from.Background != next.Background) WriteColor(ref to, next.Background, 40);
        if (from.UnderlineColor != next.UnderlineColor) WriteUnderlineColor(ref to, next.UnderlineColor);
    }

    /// <summary>A terminal that knows one kind of underline takes the first parameter and ignores the second.</summary>
    private static void WriteUnderline(ref Parameters to, UnderlineStyle style)
    {
        to.Add(style == UnderlineStyle.None ? 24 : 4);
        if (style > UnderlineStyle.Single)
        {
            to.Add(4);
            to.AddPart((int)style);
        }
    }

    private static void WriteColor(ref Parameters to, CellColor color, int first)
    {
        switch (color.Kind)
        {
            case CellColorKind.Default:
                to.Add(first + 9);
                break;
            case CellColorKind.Palette when color.Index < 8:
                to.Add(first + color.Index);
                break;
            case CellColorKind.Palette when color.Index < 16:
                to.Add(first + 60 + color.Index - 8);
                break;
            case CellColorKind.Palette:
                to.Add(first + 8);
                to.Add(5);
                to.Add(color.Index);
                break;
            default:
                // Semicolons, against ISO 8613-6, because every terminal with these colours reads them.
                to.Add(first + 8);
                to.Add(2);
                to.Add(color.Red);
                to.Add(color.Green);
                to.Add(color.Blue);
                break;
        }
    }

    /// <summary>Colons, so that a terminal without underline colours does not take the parts for attributes.</summary>
    private static void WriteUnderlineColor(ref Parameters to, CellColor color)
    {
        if (color.Kind == CellColorKind.Default)
        {
            to.Add(59);
            return;
        }

        to.Add(58);
        if (color.Kind == CellColorKind.Palette)
        {
            to.AddPart(5);
            to.AddPart(color.Index);
        }
        else
        {
            to.AddPart(2);
            to.AddEmptyPart();
            to.AddPart(color.Red);
            to.AddPart(color.Green);
            to.AddPart(color.Blue);
        }
    }

    private static void WriteLink(ref AnsiWriter to, Hyperlink? link)
    {
        to.Text("\e]8;"u8);
        if (link?.Id is { } id)
        {
            to.Text("id="u8);
            PrintableText.Write(ref to, id);
        }

        to.Byte((byte)';');
        if (link is not null) PrintableText.Write(ref to, link.Uri);
        to.Text("\e\\"u8);
    }

    /// <summary>SGR parameters with their separators.</summary>
    private ref struct Parameters(Span<byte> buffer)
    {
        public const int MaximumLength = 160;

        private readonly Span<byte> _buffer = buffer;
        private int _length;

        public readonly ReadOnlySpan<byte> Bytes => _buffer[.._length];

        public void Add(int value)
        {
            if (_length > 0) _buffer[_length++] = (byte)';';
            Write(value);
        }

        public void AddPart(int value)
        {
            AddEmptyPart();
            Write(value);
        }

        public void AddEmptyPart() => _buffer[_length++] = (byte)':';

        private void Write(int value)
        {
            System.Buffers.Text.Utf8Formatter.TryFormat(value, _buffer[_length..], out var length);
            _length += length;
        }
    }
}
