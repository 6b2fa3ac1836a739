using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ActorTerm.Terminal.Styles;

/// <summary>A <see cref="Style"/> as tables and the pen have it: sixteen bytes without references, so that comparing and changing one costs nothing.</summary>
[StructLayout(LayoutKind.Sequential, Size = 16)]
internal struct StyleKey : IEquatable<StyleKey>
{
    private const int UnderlineShift = 13;
    private const ushort UnderlineMask = 7 << UnderlineShift;

    public CellColor Foreground;
    public CellColor Background;
    public CellColor UnderlineColor;
    private ushort _flags;                         // StyleFlags, and the underline in the top three bits

    /// <summary>The number of the link in the <see cref="HyperlinkTable"/>, or 0.</summary>
    public ushort Link;

    public StyleFlags Flags
    {
        readonly get => (StyleFlags)(_flags & ~UnderlineMask);
        set => _flags = (ushort)((_flags & UnderlineMask) | (ushort)value);
    }

    public UnderlineStyle Underline
    {
        readonly get => (UnderlineStyle)(_flags >> UnderlineShift);
        set => _flags = (ushort)((_flags & ~UnderlineMask) | (int)value << UnderlineShift);
    }

    public readonly bool IsDefault => Bits == default;

    public readonly bool IsProtected => (_flags & (ushort)StyleFlags.Protected) != 0;

    private readonly UInt128 Bits => Unsafe.BitCast<StyleKey, UInt128>(this);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Equals(StyleKey other) => Bits == other.Bits;

    public override readonly bool Equals(object? obj) => obj is StyleKey other && Equals(other);

    public override readonly int GetHashCode() => (int)(Mixed >> 32);

    /// <summary>A hash whose highest bits are the best.</summary>
    public readonly ulong Mixed
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var bits = Bits;
            return ((ulong)bits ^ BitOperations.RotateLeft((ulong)(bits >> 64) * 0xc2b2ae3d27d4eb4f, 31)) * 0x9e3779b97f4a7c15;
        }
    }
}
