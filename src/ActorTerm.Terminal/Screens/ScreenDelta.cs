using System.Buffers;
using ActorTerm.Terminal.History;
using ActorTerm.Terminal.Lines;
using ActorTerm.Terminal.Modes;
using ActorTerm.Terminal.Rows;
using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Screens;

/// <summary>
/// What a viewer lacks of a screen: a copy, so it may be read on any thread while the terminal goes on. To be applied in this order: forget
/// everything if <see cref="Repaint"/>, scroll, replace lines, place the cursor.
/// </summary>
public sealed class ScreenDelta : IDisposable
{
    private readonly List<(int Row, int Start, int Length)> _lines = [];
    private readonly StyleNumbers _numbers = new();
    private byte[] _bytes = [];
    private int _length;

    /// <summary>Nothing changed, or the program is in the middle of drawing (mode ? 2026).</summary>
    public bool IsEmpty { get; internal init; }

    /// <summary>Nothing that the viewer has is of use; all rows follow.</summary>
    public bool Repaint { get; internal init; }

    public int Columns { get; internal init; }

    public int Rows { get; internal init; }

    /// <summary>The number of the line at the top.</summary>
    public long TopAbsoluteLine { get; internal init; }

    /// <summary>Rows that everything moved up before the lines below changed; 0 to <see cref="Rows"/> - 1.</summary>
    public int ScrolledLines { get; internal init; }

    public CursorState Cursor { get; internal init; }

    public TerminalModes Modes { get; internal init; }

    /// <summary>Whether these are the rows of the alternate screen.</summary>
    public bool IsAlternate { get; internal init; }

    /// <summary>The window's title if it changed, else null.</summary>
    public string? Title { get; internal init; }

    /// <summary>How many lines follow.</summary>
    public int LineCount => _lines.Count;

    /// <summary>Which row a line is, 0-based from the top; ascending.</summary>
    /// <param name="index">0 to <see cref="LineCount"/> - 1.</param>
    public int RowOf(int index) => _lines[index].Row;

    /// <summary>What the row shows now. Valid until <see cref="Dispose"/>.</summary>
    /// <param name="index">0 to <see cref="LineCount"/> - 1.</param>
    public LineView GetLine(int index)
    {
        var (_, start, length) = _lines[index];
        return LineView.Of(_bytes.AsSpan(start, length), _numbers.View);
    }

    internal void Add(int index, Row row, GraphemeTable clusters, StyleTable styles, HyperlinkTable links)
    {
        var need = LineRecord.MaxLength(row);
        if (_bytes.Length < _length + need)
        {
            var grown = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + need));
            _bytes.AsSpan(0, _length).CopyTo(grown);
            Return();
            _bytes = grown;
        }

        (_numbers.Table, _numbers.Links) = (styles, links);
        var length = LineRecord.Write(row, clusters, _bytes.AsSpan(_length), new CopiedNumbers(_numbers));
        _lines.Add((index, _length, length));
        _length += length;
    }

    /// <summary>Gives the memory back; the lines must not be read any more.</summary>
    public void Dispose()
    {
        Return();
        _bytes = [];
        _lines.Clear();
    }

    private void Return()
    {
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
    }

    /// <summary>Numbers of its own for the styles that occur, for the tables change as the terminal goes on.</summary>
    private sealed class StyleNumbers
    {
        private readonly Dictionary<int, int> _own = [];
        private StyleKey[] _styles = new StyleKey[4];
        private Hyperlink?[] _links = new Hyperlink?[1];

        public StyleTable? Table { get; set; }

        public HyperlinkTable? Links { get; set; }

        public StyleView View => new(_styles, _links);

        public int Of(int id)
        {
            if (id == 0) return 0;
            if (_own.TryGetValue(id, out var own)) return own;
            own = _own.Count + 1;
            if (own == _styles.Length) Array.Resize(ref _styles, own * 2);
            _styles[own] = Table![id];
            if (_styles[own].Link is not 0 and var link)
            {
                _links = [.. _links, Links!.Links[link]];
                _styles[own].Link = (ushort)(_links.Length - 1);
            }

            return _own[id] = own;
        }
    }

    private readonly struct CopiedNumbers(StyleNumbers numbers) : IStyleNumbers
    {
        public int Of(int id) => numbers.Of(id);
    }
}
