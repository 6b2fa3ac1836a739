using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ActorTerm.Terminal.Unicode;

/// <summary>One byte per code point in a two-stage table of about 31 KB; everything else in this folder is a view of it.</summary>
/// <remarks>
/// The entry of a code point: bits 0-1 columns (0, 1 or 2), bits 2-5 <see cref="GraphemeBreakClass"/>,
/// bit 6 Extended_Pictographic, bit 7 base of an emoji variation sequence. Written by eng/unicode-tables.cs.
/// </remarks>
internal static partial class UnicodeTable
{
    public const int WidthMask = 0x03;
    public const int ClassShift = 2;
    public const int ClassMask = 0x0f << ClassShift;
    public const int Pictographic = 0x40;
    public const int EmojiVariationBase = 0x80;

    /// <exception cref="IndexOutOfRangeException"><paramref name="codePoint"/> is not 0..10FFFF.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Entry(int codePoint)
    {
        // The first look-up checks the code point; block numbers are the generator's, so the second cannot miss.
        var block = Blocks[codePoint >> BlockBits];
        return Unsafe.Add(ref MemoryMarshal.GetReference(Entries), (block << BlockBits) | (codePoint & ((1 << BlockBits) - 1)));
    }
}
