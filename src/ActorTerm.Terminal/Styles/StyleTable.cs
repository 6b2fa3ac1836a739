using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ActorTerm.Terminal.Styles;

/// <summary>
/// Gives every style in use a 16-bit number, so that a cell costs two bytes, or none while its row is uniform. Number 0 is the default style.
/// Open addressing over a flat list; nothing is allocated until the first style that is not the default.
/// </summary>
/// <remarks>
/// At the bound the caller sweeps: it marks what its rows and its history still use (<see cref="BeginSweep"/>, <see cref="Mark"/>,
/// <see cref="EndSweep"/>), and the rest is free again. What is still too much loses its exact colours (<see cref="IdOf"/>).
/// </remarks>
internal sealed class StyleTable
{
    /// <summary>Numbers there are: those of 16 bits.</summary>
    public const int Capacity = 65_536;

    /// <summary>Beyond this many only styles made of palette colours are taken, so that a picture in true colour leaves room for everything else.</summary>
    private const int ExactLimit = 60_000;

    private readonly Func<bool>? _sweep;
    private StyleKey[] _styles = new StyleKey[1];
    private int _count = 1;                       // numbers given out so far, free ones among them
    private ushort[] _slots = [];                 // a power of two; 0 is an empty slot
    private int _shift;                           // which leaves as many bits of a hash as there are slots
    private Stack<ushort>? _free;
    private bool[]? _marks;
    private StyleKey _last;
    private ushort _lastId;

    /// <param name="sweep">Called when the numbers run out; marks and frees, and says whether that helped. Null: never swept.</param>
    public StyleTable(Func<bool>? sweep = null) => _sweep = sweep;

    /// <summary>Numbers in use, the default's among them.</summary>
    public int Count => _count - (_free?.Count ?? 0);

    /// <summary>Whether a protected style was ever interned: until then selective erase need not look at styles.</summary>
    public bool AnyProtected { get; private set; }

    /// <summary>By number. The memory is replaced as the table grows: not to be kept.</summary>
    public ReadOnlySpan<StyleKey> Keys => _styles;

    public ref readonly StyleKey this[int id]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _styles[id];
    }

    /// <summary>The number of a style. When the table is full, that of the style with the nearest palette colours, of its flags alone, or 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ushort IdOf(in StyleKey style)
    {
        if (style.IsDefault) return 0;
        return style.Equals(_last) ? _lastId : Find(in style);
    }

    private ushort Find(in StyleKey style)
    {
        var id = Lookup(in style);
        if (id == 0)
        {
            id = Add(in style);
            if (id == 0) return NearestOf(in style);
        }

        _last = style;
        return _lastId = id;
    }

    private ushort Lookup(in StyleKey style)
    {
        if (_slots.Length == 0) return 0;
        var mask = (uint)_slots.Length - 1;
        ref var slots = ref MemoryMarshal.GetArrayDataReference(_slots);
        ref var styles = ref MemoryMarshal.GetArrayDataReference(_styles);
        for (var slot = (uint)(style.Mixed >> _shift); ; slot = slot + 1 & mask)
        {
            var id = Unsafe.Add(ref slots, slot);
            if (id == 0 || style.Equals(Unsafe.Add(ref styles, (uint)id))) return id;
        }
    }

    /// <summary>0 when there is no number left for this kind of style.</summary>
    private ushort Add(in StyleKey style)
    {
        var limit = HasExactColor(in style) || style.Link != 0 ? ExactLimit : Capacity;
        if (Count >= limit && (_sweep is null || !_sweep() || Count >= limit)) return 0;

        ushort id;
        if (_free is { Count: > 0 })
        {
            id = _free.Pop();
        }
        else
        {
            if (_count == _styles.Length) Array.Resize(ref _styles, Math.Min(Math.Max(4, _count * 2), Capacity));
            id = (ushort)_count++;
        }

        _styles[id] = style;
        AnyProtected |= style.IsProtected;
        if (_count * 3 > _slots.Length) Rehash(Math.Max(8, _slots.Length * 2));
        else Insert(id);
        return id;
    }

    private void Rehash(int size)
    {
        _slots = new ushort[size];
        _shift = 64 - BitOperations.Log2((uint)size);
        for (var id = 1; id < _count; id++)
        {
            // A freed number holds the default style, which is never looked up.
            if (!_styles[id].IsDefault) Insert((ushort)id);
        }
    }

    private void Insert(ushort id)
    {
        var mask = (uint)_slots.Length - 1;
        var slot = (uint)(_styles[id].Mixed >> _shift);
        while (_slots[slot] != 0) slot = slot + 1 & mask;
        _slots[slot] = id;
    }

    private static bool HasExactColor(in StyleKey style) =>
        style.Foreground.Kind == CellColorKind.Rgb || style.Background.Kind == CellColorKind.Rgb || style.UnderlineColor.Kind == CellColorKind.Rgb;

    private ushort NearestOf(in StyleKey style)
    {
        var palette = style;
        palette.Foreground = NearestColor.Of(style.Foreground);
        palette.Background = NearestColor.Of(style.Background);
        palette.UnderlineColor = NearestColor.Of(style.UnderlineColor);
        palette.Link = 0;
        if (!palette.Equals(style) && TryFind(in palette, out var id)) return id;
        var flags = new StyleKey { Flags = style.Flags, Underline = style.Underline };
        return TryFind(in flags, out id) ? id : (ushort)0;
    }

    private bool TryFind(in StyleKey style, out ushort id)
    {
        id = 0;
        if (style.IsDefault) return true;
        id = Lookup(in style);
        if (id == 0) id = Add(in style);
        return id != 0;
    }

    public void BeginSweep()
    {
        _marks = new bool[_count];
        _marks[0] = true;
    }

    public void Mark(int id) => _marks![id] = true;

    /// <summary>Frees what was not marked. Returns how many numbers that gave back.</summary>
    public int EndSweep()
    {
        var free = _free ??= new Stack<ushort>();
        var before = free.Count;
        free.Clear();
        for (var id = _count - 1; id > 0; id--)
        {
            if (_marks![id]) continue;
            _styles[id] = default;
            free.Push((ushort)id);
        }

        _marks = null;
        _last = default;
        Rehash(_slots.Length);
        return free.Count - before;
    }
}
