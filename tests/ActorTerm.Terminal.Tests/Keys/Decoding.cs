using ActorTerm.Terminal.Keys;

namespace ActorTerm.Terminal.Tests.Keys;

/// <summary>A fresh decoder over bytes, flushed at the end.</summary>
internal static class Decoding
{
    /// <param name="bytes">All that comes.</param>
    /// <param name="pieceLength">Bytes fed at a time; 0 feeds all at once.</param>
    public static List<TerminalInput> Of(ReadOnlySpan<byte> bytes, int pieceLength = 0)
    {
        var decoder = new KeyDecoder();
        var inputs = new List<TerminalInput>();
        while (!bytes.IsEmpty)
        {
            var length = pieceLength == 0 ? bytes.Length : Math.Min(pieceLength, bytes.Length);
            decoder.Feed(bytes[..length], inputs);
            bytes = bytes[length..];
        }

        decoder.Flush(inputs);
        return inputs;
    }

    public static byte[] Raw(this IEnumerable<TerminalInput> inputs) => [.. inputs.SelectMany(input => input.Raw.ToArray())];
}
