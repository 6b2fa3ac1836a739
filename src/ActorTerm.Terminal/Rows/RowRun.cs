using System.Runtime.CompilerServices;

namespace ActorTerm.Terminal.Rows;

/// <summary>The first column of a run of cells that look alike, and the number of their style, in one word.</summary>
internal static class RowRun
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(int start, int style) => (uint)start << 16 | (uint)style;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Start(uint run) => (int)(run >> 16);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Style(uint run) => (ushort)run;
}
