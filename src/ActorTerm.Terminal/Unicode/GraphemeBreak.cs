using System.Runtime.CompilerServices;

namespace ActorTerm.Terminal.Unicode;

/// <summary>The properties that decide which code points belong to one character as people see it: UAX 29 and UTS 51.</summary>
public static class GraphemeBreak
{
    /// <summary>U+FE0E, VS15: asks for the text form of the character before it.</summary>
    public const int TextPresentation = 0xfe0e;

    /// <summary>U+FE0F, VS16: asks for the emoji form of the character before it.</summary>
    public const int EmojiPresentation = 0xfe0f;

    /// <summary>U+200D.</summary>
    public const int ZeroWidthJoiner = 0x200d;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static GraphemeBreakClass ClassOf(int codePoint) =>
        (GraphemeBreakClass)((UnicodeTable.Entry(codePoint) & UnicodeTable.ClassMask) >> UnicodeTable.ClassShift);

    /// <summary>Extended_Pictographic: a zero width joiner after it draws the next such character into the same cluster.</summary>
    public static bool IsPictographic(int codePoint) => (UnicodeTable.Entry(codePoint) & UnicodeTable.Pictographic) != 0;

    /// <summary>Whether emoji-variation-sequences.txt lists the code point as a base, so that VS15 and VS16 mean something after it.</summary>
    public static bool IsEmojiVariationBase(int codePoint) => (UnicodeTable.Entry(codePoint) & UnicodeTable.EmojiVariationBase) != 0;
}
