using System.Diagnostics.CodeAnalysis;
using System.Text;
using ActorTerm.Terminal.History;
using ActorTerm.Terminal.Rows;
using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Lines;

public readonly ref partial struct LineView
{
    /// <summary>Goes through the characters of a line with <c>foreach</c>; each <see cref="CellView"/> is valid until the next.</summary>
    public ref struct CellEnumerator
    {
        private readonly LineView _line;
        private StyleRunEnumerator _runs;
        private Style _style;
        private int _runEnd;
        private int _column;
        private int _next;                         // column of the next character
        private int _clusterAt;                    // of the next inline cluster
        private int _single;                       // the code point when there is one
        private int[]? _decoded;                   // an inline cluster
        private ReadOnlySpan<int> _cluster;

        internal CellEnumerator(LineView line)
        {
            _line = line;
            _runs = line.StyleRuns;
        }

        [UnscopedRef]
        public readonly CellView Current =>
            new(_column, _next - _column, _single == Cell.Empty ? _cluster : new ReadOnlySpan<int>(in _single), _style);

        public readonly CellEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_next >= _line.Columns) return false;
            _column = _next;
            while (_column >= _runEnd && _runs.MoveNext())
            {
                _runEnd += _runs.Current.Columns;
                _style = _runs.Current.Style;
            }

            _single = Cell.Empty;
            _cluster = default;
            _next++;
            switch (_line._text)
            {
                case Text.Ascii:
                    if (_column < _line._ascii.Length) _single = _line._ascii[_column];
                    break;
                case Text.Units:
                    var unit = _line._units[_column];
                    if (unit == LineRecord.ClusterUnit) _cluster = DecodeCluster();
                    else _single = unit;
                    if (_next < _line.Columns && _line._units[_next] == Cell.Tail) _next++;
                    break;
                default:
                    var cell = _line._cells[_column];
                    if (Cell.IsCluster(cell)) _cluster = _line._clusters![cell];
                    else _single = cell;
                    if (_next < _line.Columns && _line._cells[_next] == Cell.Tail) _next++;
                    break;
            }

            return true;
        }

        private ReadOnlySpan<int> DecodeCluster()
        {
            _decoded ??= new int[GraphemeTable.MaxCodePoints];
            var bytes = _line._inlineClusters.Slice(_clusterAt + 1, _line._inlineClusters[_clusterAt]);
            _clusterAt += 1 + bytes.Length;
            var count = 0;
            while (!bytes.IsEmpty)
            {
                Rune.DecodeFromUtf8(bytes, out var rune, out var length);
                _decoded[count++] = rune.Value;
                bytes = bytes[length..];
            }

            return _decoded.AsSpan(0, count);
        }
    }
}
