using System.Buffers;
using System.Text;

namespace ActorTerm.Terminal.Control;

/// <summary>Text that is not printed, cut where printing would cut it.</summary>
internal static class MutedText
{
    /// <summary>Bytes up to the first control character or incomplete character.</summary>
    public static int Skip(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length && text[at] is not (< 0x20 or 0x7f))
        {
            if (Rune.DecodeFromUtf8(text[at..], out _, out var length) == OperationStatus.NeedMoreData) break;
            at += length;
        }

        return at;
    }
}
