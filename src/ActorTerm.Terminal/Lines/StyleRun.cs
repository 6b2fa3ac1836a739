using ActorTerm.Terminal.History;
using ActorTerm.Terminal.Rows;
using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Lines;

/// <summary>Cells side by side that look alike.</summary>
/// <param name="Columns">How many, at least 1.</param>
public readonly record struct StyleRun(int Columns, Style Style);

/// <summary>Goes through the <see cref="StyleRun"/>s of a line with <c>foreach</c>.</summary>
public ref struct StyleRunEnumerator
{
    private readonly StyleView _styles;
    private StyleIdRunEnumerator _ids;

    internal StyleRunEnumerator(StyleIdRunEnumerator ids, StyleView styles)
    {
        _ids = ids;
        _styles = styles;
    }

    public readonly StyleRun Current => new(_ids.Current.Columns, _styles[_ids.Current.Id]);

    public readonly StyleRunEnumerator GetEnumerator() => this;

    public bool MoveNext() => _ids.MoveNext();
}

/// <summary>The same by number.</summary>
/// <param name="ids">One for each cell, or empty.</param>
/// <param name="starts">The runs of a live row (<see cref="Rows.Row.Runs"/>), or empty.</param>
/// <param name="runs">The runs of a record, or empty.</param>
/// <param name="uniform">The number of all cells if all of those are empty.</param>
internal ref struct StyleIdRunEnumerator(ReadOnlySpan<ushort> ids, ReadOnlySpan<uint> starts, ReadOnlySpan<byte> runs, ushort uniform, int columns)
{
    private readonly ReadOnlySpan<byte> _runs = runs;
    private ReadOnlySpan<ushort> _ids = ids;
    private ReadOnlySpan<uint> _starts = starts;
    private int _left = columns;                   // cells still to come
    private int _at;

    public (int Columns, ushort Id) Current { get; private set; }

    public readonly StyleIdRunEnumerator GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_left <= 0) return false;
        if (!_ids.IsEmpty)
        {
            var id = _ids[0];
            var run = _ids.IndexOfAnyExcept(id);
            if (run < 0) run = _ids.Length;
            _ids = _ids[run..];
            Current = (run, id);
        }
        else if (!_starts.IsEmpty)
        {
            var end = _starts.Length > 1 ? RowRun.Start(_starts[1]) : RowRun.Start(_starts[0]) + _left;
            Current = (end - RowRun.Start(_starts[0]), RowRun.Style(_starts[0]));
            _starts = _starts[1..];
        }
        else if (!_runs.IsEmpty)
        {
            Current = LineRecord.ReadRun(_runs, ref _at);
        }
        else
        {
            Current = (_left, uniform);
        }

        _left -= Current.Columns;
        return true;
    }
}
