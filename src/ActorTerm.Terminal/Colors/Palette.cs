namespace ActorTerm.Terminal.Colors;

/// <summary>
/// The colours of a terminal: 256 by number and a few by role. They are what OSC 4 and OSC 10 to 19 set and report; cells keep what the
/// program asked for (<see cref="Styles.CellColor"/>), so a viewer may well show others.
/// </summary>
public sealed class Palette
{
    /// <summary>How many colours have a number.</summary>
    public const int Size = 256;

    private const int Roles = 10;

    private static readonly int[] Initial = BuildInitial();

    private int[]? _colors;                        // by number, then by role; null while nothing was set
    private List<int[]?>? _pushed;

    /// <summary>A colour by number, as 0xRRGGBB.</summary>
    /// <param name="index">0 to 255.</param>
    public int this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Size, nameof(index));
            return Current[index];
        }
        internal set => Set(index, value);
    }

    /// <summary>A colour by role, as 0xRRGGBB.</summary>
    public int this[ColorRole role]
    {
        get => Current[Size + (int)role];
        internal set => Set(Size + (int)role, value);
    }

    private int[] Current => _colors ?? Initial;

    internal void Reset(int index) => Set(index, Initial[index]);

    internal void Reset(ColorRole role) => Set(Size + (int)role, Initial[Size + (int)role]);

    /// <summary>OSC 104 without numbers: all that have one.</summary>
    internal void ResetNumbered()
    {
        if (_colors is not null) Initial.AsSpan(0, Size).CopyTo(_colors);
    }

    internal void ResetAll()
    {
        _colors = null;
        _pushed = null;
    }

    /// <summary>XTPUSHCOLORS; beyond ten, as xterm, nothing is put aside.</summary>
    internal void Push()
    {
        _pushed ??= [];
        if (_pushed.Count < 10) _pushed.Add(_colors?.ToArray());
    }

    /// <summary>XTPOPCOLORS. False when nothing was put aside.</summary>
    internal bool Pop()
    {
        if (_pushed is not { Count: > 0 }) return false;
        _colors = _pushed[^1];
        _pushed.RemoveAt(_pushed.Count - 1);
        return true;
    }

    private void Set(int index, int color) => (_colors ??= [.. Initial])[index] = color;

    /// <summary>xterm's defaults: sixteen named colours, a cube of 216, 24 greys; light grey on black.</summary>
    private static int[] BuildInitial()
    {
        var colors = new int[Size + Roles];
        ReadOnlySpan<int> named =
        [
            0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
            0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
        ];
        ReadOnlySpan<int> steps = [0, 95, 135, 175, 215, 255];
        named.CopyTo(colors);
        for (var i = 0; i < 216; i++) colors[16 + i] = steps[i / 36] << 16 | steps[i / 6 % 6] << 8 | steps[i % 6];
        for (var i = 0; i < 24; i++) colors[232 + i] = (8 + 10 * i) * 0x010101;

        const int foreground = 0xe5e5e5;
        colors[Size + (int)ColorRole.Foreground] = foreground;
        colors[Size + (int)ColorRole.Cursor] = foreground;
        colors[Size + (int)ColorRole.MouseForeground] = foreground;
        colors[Size + (int)ColorRole.HighlightBackground] = foreground;
        return colors;
    }
}

/// <summary>What a dynamic colour is for; OSC 10 sets the first, OSC 19 the last.</summary>
public enum ColorRole
{
    Foreground,
    Background,
    Cursor,
    MouseForeground,
    MouseBackground,
    TektronixForeground,
    TektronixBackground,
    HighlightBackground,
    TektronixCursor,
    HighlightForeground,
}
