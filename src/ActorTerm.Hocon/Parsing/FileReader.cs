using System.Text;

namespace ActorTerm.Hocon.Parsing;

/// <summary>Reads a file as strict UTF-8, up to a limit.</summary>
internal static class FileReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="askedBy">Where the file was asked for: the place of complaints about the file as a whole.</param>
    public static SourceText Read(string path, int maxSize, Origin askedBy)
    {
        try
        {
            var bytes = ReadBytes(path, maxSize, askedBy);
            return new SourceText(path, Decode(path, bytes), Path.GetDirectoryName(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HoconException(askedBy, $"expected a file that can be read: {e.Message}", e);
        }
    }

    private static ReadOnlySpan<byte> ReadBytes(string path, int maxSize, Origin askedBy)
    {
        using var file = File.OpenRead(path);
        var buffer = new byte[4096];
        var length = 0;
        while (file.Read(buffer, length, buffer.Length - length) is > 0 and var read)
        {
            length += read;
            if (length > maxSize) throw new HoconException(askedBy, $"expected a file of at most {maxSize} bytes, found more in {path}");
            if (length == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        }

        return buffer.AsSpan(0, length);
    }

    private static string Decode(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            var before = Encoding.UTF8.GetString(bytes[..Math.Max(e.Index, 0)]);
            var line = before.Count(c => c == '\n') + 1;
            var column = before[(before.LastIndexOf('\n') + 1)..].EnumerateRunes().Count() + 1;
            throw new HoconException(path, line, column, $"expected UTF-8, found the byte 0x{e.BytesUnknown?.FirstOrDefault():X2}");
        }
    }
}
