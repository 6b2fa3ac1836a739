using System.Runtime.CompilerServices;
using ActorTerm.Terminal.Charsets;
using ActorTerm.Terminal.Rows;
using ActorTerm.Terminal.Unicode;

namespace ActorTerm.Terminal.Screens;

public sealed partial class Screen
{
    private Printing _printing;
    private bool _doubleLines;                     // a row may have double characters

    /// <summary>How much care printing needs; <see cref="UpdatePrinting"/> says when.</summary>
    private enum Printing : byte
    {
        Plain,

        /// <summary>Characters may join the one before (mode 2027), and nothing else is unusual.</summary>
        Clusters,
        OneByOne,
    }

    /// <summary>Prints a run of 0x20 to 0x7e.</summary>
    internal void Print(ReadOnlySpan<byte> ascii)
    {
        if (_printing == Printing.Plain) PrintPlain(ascii);
        else PrintOneByOne(ascii);
    }

    private void PrintPlain(ReadOnlySpan<byte> ascii)
    {
        _printed = true;
        _lastGraphic = ascii[^1];
        var style = PenId();
        var limit = _column <= _right ? _right + 1 : Columns;
        if (_pendingWrap || _column + ascii.Length >= limit)
        {
            PrintToMargin(ascii, style);
            return;
        }

        Touch(_row).WriteAscii(_column, ascii, style, Columns);
        _column += ascii.Length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PrintToMargin(ReadOnlySpan<byte> ascii, int style)
    {
        do
        {
            if (_pendingWrap && !ResolveWrap()) ascii = ascii[^1..];
            var limit = _column <= _right ? _right + 1 : Columns;
            var length = Math.Min(ascii.Length, limit - _column);
            Touch(_row).WriteAscii(_column, ascii[..length], style, Columns);
            _column += length;
            if (_column == limit)
            {
                _column--;
                _pendingWrap = true;
            }

            ascii = ascii[length..];
        }
        while (!ascii.IsEmpty);
    }

    private void PrintOneByOne(ReadOnlySpan<byte> ascii)
    {
        if (_printing == Printing.Clusters)
        {
            // Only the first can join what stands before it, and only the last can be joined.
            PrintCharacter(ascii[0]);
            if (ascii.Length == 1) return;
            PrintPlain(ascii[1..]);
            _segmenter = default;
            _segmenter.Begins(ascii[^1]);
            Segmented(ascii[^1]);
            return;
        }

        foreach (var value in ascii) PrintByte(value);
    }

    private void PrintByte(byte value)
    {
        if (_charsets.IsPlain)
        {
            PrintCharacter(value);
            return;
        }

        var codePoint = CharsetTable.Map(_charsets.Current, value);
        if (_charsets.Single >= 0) Charsets = _charsets with { Single = -1 };
        PrintCharacter(codePoint);
    }

    /// <summary>Prints any character with everything that may apply to it; the fast paths do the same for what is common.</summary>
    internal void PrintCharacter(int codePoint)
    {
        // C1 controls that came as UTF-8: neither text nor, in UTF-8, controls.
        if (codePoint is >= 0x80 and < 0xa0) return;

        _printed = true;
        var width = CodePointWidth.Of(codePoint);
        if (width > 0) _lastGraphic = codePoint;
        if (_modes.GraphemeClusters) PrintCluster(codePoint, width);
        else if (width == 0) Join(codePoint);
        else PrintCell(codePoint, width);
    }

    private void PrintCell(int cell, int width)
    {
        if (_pendingWrap) ResolveWrap();
        var limit = PrintLimit();
        if (_column + width > limit)
        {
            // A wide character in the last column: the next line, or not at all; never half of it.
            if (!_modes.AutoWrap || limit - _left < width) return;
            Wrap();
            limit = PrintLimit();
        }

        var row = Touch(_row);
        if (_modes.Insert && _column >= _left && _column <= _right) row.InsertEmpty(_column, width, limit, 0, Columns);
        if (cell < 0x80 && row.IsAscii) row.WriteAscii(_column, [(byte)cell], PenId(), Columns);
        else row.WriteCell(_column, cell, width, PenId(), Columns);
        Advance(width, limit);
    }

    private void Advance(int width, int limit)
    {
        _column += width;
        if (_column < limit) return;
        _column = limit - 1;
        _pendingWrap = true;
    }

    /// <summary>One more than the last column that the cursor may print in from where it is.</summary>
    private int PrintLimit()
    {
        var columns = _doubleLines ? RowColumns : Columns;
        return _column <= _right ? Math.Min(_right + 1, columns) : columns;
    }

    /// <summary>Goes to the next line for a character that was held back at the margin. False when wrapping is off, so it overwrites the last one.</summary>
    private bool ResolveWrap()
    {
        _pendingWrap = false;
        if (!_modes.AutoWrap) return false;
        Wrap();
        return true;
    }

    private void Wrap()
    {
        // With side margins lines are columns of text beside other text: no line continues another.
        Touch(_row).Wrapped = !HasSideMargins;
        if (_printed && !HasSideMargins) _wraps++;
        IndexDown();
        _column = _left;
        _pendingWrap = false;
    }

    /// <summary>Something else than text came: there is nothing to repeat any more.</summary>
    internal void ForgetLastGraphic() => _lastGraphic = -1;

    /// <summary>REP: the graphic character before it again. ECMA-48 8.3.103 leaves open what it means after anything else; xterm does nothing.</summary>
    internal void Repeat(int count)
    {
        if (_lastGraphic < 0) return;
        var codePoint = _lastGraphic;
        for (count = Math.Min(count, Columns * Rows); count > 0; count--) PrintCharacter(codePoint);
        ForgetLastGraphic();
    }

    private void UpdatePrinting()
    {
        // What was printed without mode 2027 was not segmented: a cluster that was left then must not go on.
        if (!_modes.GraphemeClusters) _segmentColumn = -1;
        _printing =
            !_charsets.IsPlain || _doubleLines || _modes.Insert ? Printing.OneByOne
            : _modes.GraphemeClusters ? Printing.Clusters
            : Printing.Plain;
    }
}
