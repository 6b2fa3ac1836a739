using System.Runtime.CompilerServices;

namespace ActorTerm.Terminal.Rows;

/// <summary>What the text plane of a row holds for one cell: a code point, the number of a cluster, or one of the two marks below.</summary>
internal static class Cell
{
    /// <summary>Nothing was ever written here, or it was erased.</summary>
    public const int Empty = 0;

    /// <summary>
    /// The right half of the wide character to the left. A surrogate, which no text decodes to, and small enough for the UTF-16 columns of history.
    /// A tail always stands directly right of its character: whoever overwrites one half blanks the other.
    /// </summary>
    public const int Tail = 0xdfff;

    /// <summary>Set in the number of a cluster (<see cref="GraphemeTable"/>); code points are smaller.</summary>
    public const int ClusterBit = 1 << 24;

    /// <summary>What a space looks like: a half of a wide character that lost its other half becomes one.</summary>
    public const int Space = ' ';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsCluster(int cell) => cell >= ClusterBit;
}
