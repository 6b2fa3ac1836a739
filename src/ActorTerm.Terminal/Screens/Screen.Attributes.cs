using ActorTerm.Terminal.Rows;
using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Screens;

public sealed partial class Screen
{
    private bool _isoProtection;

    /// <summary>The row where the text begins that was printed since <see cref="LeaveLine"/>; null when none was.</summary>
    internal long? OpenLine => _printed ? Math.Max(CursorLine - _wraps, IsAlternate ? TopAbsoluteLine : 0) : null;

    /// <summary>What is printed from now on is new.</summary>
    internal void LeaveLine()
    {
        _printed = false;
        _wraps = 0;
    }

    internal bool IsIsoProtection => _isoProtection;

    /// <summary>OSC 8: what is printed from now on belongs to a link; to none without address, or when there is no room for one more.</summary>
    internal void OpenLink(string? uri, string? id)
    {
        var link = uri is null ? (ushort)0 : _links.Open(uri, id, LinksInUse);
        Pen.Link = link;
    }

    /// <summary>DECSCA, or SPA and EPA.</summary>
    /// <param name="iso">Protection of ECMA-48: plain erase spares the cells too, until DECSCA is used again.</param>
    internal void Protect(bool on, bool iso)
    {
        _isoProtection = iso;
        ref var pen = ref Pen;
        pen.Flags = on ? pen.Flags | StyleFlags.Protected : pen.Flags & ~StyleFlags.Protected;
    }

    /// <summary>DECSWL, DECDWL and DECDHL for the cursor's line.</summary>
    internal void SetLineSize(LineSize size)
    {
        if (HasSideMargins && size != LineSize.Single) return;
        Touch(_row).Size = size;
        _doubleLines |= size != LineSize.Single;
        UpdatePrinting();
        SetColumn(_column);
    }

    /// <summary>DECALN: the screen full of E; margins and cursor as after a reset.</summary>
    internal void AlignmentPattern()
    {
        ResetMargins();
        Span<byte> line = stackalloc byte[Columns];
        line.Fill((byte)'E');
        for (var index = 0; index < Rows; index++)
        {
            var row = Touch(index);
            row.Reset();
            row.WriteAscii(0, line, 0, Columns);
        }

        _row = _column = 0;
        _pendingWrap = false;
    }

    private IEnumerable<ushort> LinksInUse()
    {
        SweepStyles();
        List<ushort> links = [_pen.Link, _main.Saved?.Pen.Link ?? 0, _alternate?.Saved?.Pen.Link ?? 0];
        foreach (var style in _styles.Keys) links.Add(style.Link);
        return links;
    }
}
