using System.Runtime.CompilerServices;

namespace ActorTerm.Terminal.Unicode;

/// <summary>
/// How many columns a code point takes by itself: East Asian wide and fullwidth ones (UAX 11) and those with emoji presentation (UTS 51) two,
/// combining marks, format and control characters none, all others, the ambiguous among them, one.
/// Choices beyond the standards are listed in docs/terminal-differences.md.
/// </summary>
public static class CodePointWidth
{
    /// <summary>0, 1 or 2 columns.</summary>
    /// <param name="codePoint">U+0000 to U+10FFFF. A lone surrogate takes one column, as the U+FFFD drawn in its place.</param>
    /// <exception cref="IndexOutOfRangeException">Outside that range.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(int codePoint) => UnicodeTable.Entry(codePoint) & UnicodeTable.WidthMask;
}
