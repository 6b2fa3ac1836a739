using System.Runtime.CompilerServices;
using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Rows;

/// <summary>
/// Styles in one of three forms: one number for all used cells; runs, as long as text is only added at the end; one number a cell from the
/// first time a cell in the middle changes.
/// </summary>
internal sealed partial class Row
{
    private const int FirstRuns = 8;

    private ushort _uniform;
    private uint[]? _runs;                         // RowRun, the first at column 0, each other than the one before
    private int _runCount;
    private ushort[]? _styles;
    private StyleForm _form;

    private enum StyleForm : byte
    {
        Uniform,
        Runs,
        Plane,
    }

    /// <summary>Whether all used cells have the style <see cref="UniformStyle"/>.</summary>
    public bool IsUniform => _form == StyleForm.Uniform;

    /// <summary>The style of all used cells if <see cref="IsUniform"/>.</summary>
    public ushort UniformStyle => _uniform;

    /// <summary>The styles as <see cref="RowRun"/>s; empty in the other forms.</summary>
    public ReadOnlySpan<uint> Runs => _form == StyleForm.Runs ? _runs.AsSpan(0, _runCount) : default;

    /// <summary>The styles as one number for each used cell; empty in the other forms.</summary>
    public ReadOnlySpan<ushort> StyleIds => _form == StyleForm.Plane ? _styles.AsSpan(0, Used) : default;

    public int StyleAt(int column)
    {
        if (column >= Used) return 0;
        if (_form == StyleForm.Uniform) return _uniform;
        if (_form == StyleForm.Plane) return _styles![column];
        var run = _runCount - 1;
        while (RowRun.Start(_runs![run]) > column) run--;
        return RowRun.Style(_runs[run]);
    }

    /// <summary>Changes the style of cells; those beyond <see cref="Used"/> become used.</summary>
    public void Restyle(int column, int count, int style, int columns)
    {
        if (column + count > Used) FillGap(column + count, columns);
        SetStyle(column, count, style, columns);
    }

    public void MarkStyles(StyleTable table)
    {
        if (_form == StyleForm.Uniform) table.Mark(_uniform);
        foreach (var run in Runs) table.Mark(RowRun.Style(run));
        foreach (var id in StyleIds) table.Mark(id);
    }

    /// <summary>Gives cells a style. They may reach beyond <see cref="Used"/>, not begin there; the caller then extends it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SetStyle(int column, int count, int style, int columns)
    {
        if (_form == StyleForm.Uniform && style == _uniform && Used > 0) return;
        SetOtherStyle(column, count, style, columns);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SetOtherStyle(int column, int count, int style, int columns)
    {
        if (column == 0 && count >= Used)
        {
            _form = StyleForm.Uniform;
            _uniform = (ushort)style;
        }
        else if (column == Used && _form != StyleForm.Plane)
        {
            AddRun(column, style);
        }
        else
        {
            ToPlane(columns);
            _styles.AsSpan(column, count).Fill((ushort)style);
        }
    }

    private void AddRun(int column, int style)
    {
        if (_form == StyleForm.Uniform)
        {
            (_runs ??= new uint[FirstRuns])[0] = RowRun.Of(0, _uniform);
            _runCount = 1;
            _form = StyleForm.Runs;
        }
        else if (RowRun.Style(_runs![_runCount - 1]) == style)
        {
            return;
        }

        var runs = _runs;
        var count = _runCount;
        if ((uint)count >= (uint)runs.Length) runs = MoreRuns();
        runs[count] = RowRun.Of(column, style);
        _runCount = count + 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private uint[] MoreRuns()
    {
        Array.Resize(ref _runs, _runCount * 2);
        return _runs;
    }

    /// <summary>One number a cell, in a plane as wide as the screen.</summary>
    private void ToPlane(int columns)
    {
        if (_styles is null || _styles.Length < columns)
        {
            var wider = new ushort[columns];
            StyleIds.CopyTo(wider);
            _styles = wider;
        }

        if (_form == StyleForm.Plane) return;
        if (_form == StyleForm.Uniform)
        {
            _styles.AsSpan(0, Used).Fill(_uniform);
        }
        else
        {
            var end = Used;
            for (var run = _runCount - 1; run >= 0; run--)
            {
                var start = RowRun.Start(_runs![run]);
                _styles.AsSpan(start, end - start).Fill(RowRun.Style(_runs[run]));
                end = start;
            }
        }

        _form = StyleForm.Plane;
    }

    /// <summary>Forgets the styles from a column on, which is not the first.</summary>
    private void TruncateStyles(int from)
    {
        if (_form != StyleForm.Runs) return;
        while (RowRun.Start(_runs![_runCount - 1]) >= from) _runCount--;
        if (_runCount > 1) return;
        _uniform = RowRun.Style(_runs[0]);
        _form = StyleForm.Uniform;
    }
}
