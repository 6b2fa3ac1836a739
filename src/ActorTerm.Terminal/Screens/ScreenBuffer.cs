using System.Runtime.CompilerServices;
using ActorTerm.Terminal.Rows;

namespace ActorTerm.Terminal.Screens;

/// <summary>
/// The rows of one screen, main or alternate, as a ring: scrolling all of it moves no row. A row is made when it is first looked at: most of
/// an idle session's never are.
/// </summary>
internal sealed class ScreenBuffer
{
    private readonly Row?[] _rows;
    private int _first;

    public ScreenBuffer(int rows) => _rows = new Row?[rows];

    public ScreenBuffer(Row[] rows) => _rows = rows;

    public int Rows => _rows.Length;

    /// <summary>From the top; 0-based.</summary>
    public Row this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => At(row) ?? Make(row);
        private set => At(row) = value;
    }

    /// <summary>What the program saved by DECSC on this screen.</summary>
    public SavedCursor? Saved { get; set; }

    /// <summary>The row at the top becomes the one at the bottom.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Rotate() => _first = Wrapped(_first + 1);

    /// <summary>Takes a row out at one place and puts it in at another; those between move by one.</summary>
    public void Move(int from, int to)
    {
        var row = this[from];
        for (; from < to; from++) this[from] = this[from + 1];
        for (; from > to; from--) this[from] = this[from - 1];
        this[to] = row;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Row? At(int row) => ref _rows[Wrapped(_first + row)];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Row Make(int row) => At(row) = new Row();

    /// <summary>An index modulo the number of rows, for one less than twice that; without a branch, which nobody could predict.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Wrapped(int index)
    {
        var beyond = index - _rows.Length;
        return beyond + (_rows.Length & beyond >> 31);
    }
}
