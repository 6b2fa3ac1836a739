using System.Text;
using ActorTerm.Terminal.Charsets;
using ActorTerm.Terminal.Modes;
using ActorTerm.Terminal.Parsing;
using ActorTerm.Terminal.Replies;
using ActorTerm.Terminal.Screens;
using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Control;

/// <summary>Saving and restoring what is not on the screen: DECRQPSR and DECRSPS, XTPUSHSGR and XTPOPSGR; and DECRQCRA.</summary>
internal sealed partial class ControlFunctions
{
    /// <summary>Renditions put aside at most, as xterm; further ones are not.</summary>
    private const int MaxRenditions = 10;

    private Stack<StyleKey>? _renditions;          // null until a program pushes
    private ChecksumExtensions _checksum;

    private void ResetReports()
    {
        _renditions = null;
        _checksum = ChecksumExtensions.None;
        _titles.Reset();
        _palette.ResetAll();
        _prompts.Reset();
        _promptLine = null;
        _copying = null;
        events.ColorsChanged();
    }

    private void PushRendition()
    {
        if ((_renditions ??= []).Count < MaxRenditions) _renditions.Push(screen.Rendition with { Link = 0 });
    }

    private void PopRendition()
    {
        if (_renditions?.TryPop(out var rendition) is true) screen.Pen = rendition with { Link = screen.Rendition.Link };
    }

    /// <summary>DECRQCRA: id ; page ; area. One page, whatever number is asked for.</summary>
    private void ReportChecksum(in CsiSequence csi)
    {
        if (!options.AllowChecksumReports) return;
        var sum = screen.Checksum(Area(in csi, 2), _checksum) & 0xffff;
        var reply = new ReplyWriter(stackalloc byte[32]);
        reply.Add("\eP"u8);
        reply.AddNumber(csi.Value(0));
        reply.Add("!~"u8);
        reply.Add(Encoding.ASCII.GetBytes(sum.ToString("X4", System.Globalization.CultureInfo.InvariantCulture)));
        reply.Add("\e\\"u8);
        Reply(reply.Bytes);
    }

    /// <summary>DECRQPSR.</summary>
    private void ReportPresentation(int what)
    {
        if (what == 1) ReportCursorInformation();
        if (what == 2) ReportTabStops();
    }

    /// <summary>DECCIR: place, rendition, protection, flags and character sets, each bit mask as 0x40 and up.</summary>
    private void ReportCursorInformation()
    {
        var (row, column) = screen.ReportedPosition;
        var style = screen.Rendition;
        var sets = screen.Charsets;
        var reply = new ReplyWriter(stackalloc byte[96]);
        reply.Add("\eP1$u"u8);
        reply.AddNumber(row);
        reply.AddByte((byte)';');
        reply.AddNumber(column);
        reply.Add(";1;"u8);
        reply.AddByte(Mask((style.Flags & StyleFlags.Bold) != 0, style.Underline != UnderlineStyle.None,
            (style.Flags & StyleFlags.Blink) != 0, (style.Flags & StyleFlags.Inverse) != 0));
        reply.AddByte((byte)';');
        reply.AddByte(Mask(style.IsProtected));
        reply.AddByte((byte)';');
        reply.AddByte(Mask(Modes.Origin, sets.Single == 2, sets.Single == 3, screen.Cursor.PendingWrap));
        reply.AddByte((byte)';');
        reply.AddNumber(sets.Left);
        reply.AddByte((byte)';');
        reply.AddNumber(sets.Right);
        reply.AddByte((byte)';');
        reply.AddByte(Mask(CharsetTable.Has96(sets.G0), CharsetTable.Has96(sets.G1), CharsetTable.Has96(sets.G2), CharsetTable.Has96(sets.G3)));
        reply.AddByte((byte)';');
        for (var i = 0; i < 4; i++) reply.Add(CharsetTable.Designator(sets[i]));
        reply.Add("\e\\"u8);
        Reply(reply.Bytes);
    }

    private static byte Mask(params ReadOnlySpan<bool> bits)
    {
        var mask = 0x40;
        for (var i = 0; i < bits.Length; i++) mask |= bits[i] ? 1 << i : 0;
        return (byte)mask;
    }

    /// <summary>DECTABSR.</summary>
    private void ReportTabStops()
    {
        var stops = string.Join('/', screen.Tabs.Within(screen.Columns).Select(stop => stop + 1));
        Reply(Encoding.ASCII.GetBytes($"\eP2$u{stops}\e\\"));
    }

    /// <summary>DECRSPS: what DECRQPSR reported.</summary>
    private void RestorePresentation(int what, ReadOnlySpan<byte> data)
    {
        var text = Encoding.ASCII.GetString(data);
        if (what == 2)
        {
            screen.Tabs.ClearAll();
            foreach (var field in text.Split('/'))
            {
                if (Number(field) is { } stop and > 0) screen.Tabs.Set(stop - 1);
            }
        }
        else if (what == 1 && text.Split(';') is { Length: >= 10 } fields)
        {
            RestoreCursorInformation(fields);
        }
    }

    private void RestoreCursorInformation(string[] fields)
    {
        var flags = Bits(fields[5]);
        SetMode(TerminalMode.Origin, (flags & 1) != 0);
        screen.MoveTo((Number(fields[0]) ?? 1) - 1, (Number(fields[1]) ?? 1) - 1);

        var rendition = Bits(fields[3]);
        var style = new StyleKey { Flags = Bits(fields[4]) == 1 ? StyleFlags.Protected : StyleFlags.None };
        if ((rendition & 1) != 0) style.Flags |= StyleFlags.Bold;
        if ((rendition & 2) != 0) style.Underline = UnderlineStyle.Single;
        if ((rendition & 4) != 0) style.Flags |= StyleFlags.Blink;
        if ((rendition & 8) != 0) style.Flags |= StyleFlags.Inverse;
        screen.Pen = style;

        var sizes = Bits(fields[8]);
        var sets = screen.Charsets with { Left = (Number(fields[6]) ?? 0) & 3, Right = (Number(fields[7]) ?? 2) & 3 };
        var at = 0;
        for (var i = 0; i < 4 && at < fields[9].Length; i++)
        {
            var name = (int)fields[9][at++];
            if (name is >= 0x20 and < 0x30 && at < fields[9].Length) name = name << 8 | fields[9][at++];
            var set = (sizes & 1 << i) != 0 ? CharsetTable.Find96(name) : CharsetTable.Find94(name);
            if (set is { } known) sets = sets.Designate(i, known);
        }

        screen.Charsets = sets with { Single = (flags & 2) != 0 ? 2 : (flags & 4) != 0 ? 3 : -1 };
    }

    private static int Bits(string field) => field.Length == 1 ? field[0] & 0x0f : 0;
}
