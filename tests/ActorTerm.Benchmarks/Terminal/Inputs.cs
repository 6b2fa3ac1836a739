using System.Text;

namespace ActorTerm.Benchmarks.Terminal;

/// <summary>What programs flood a terminal with, made from a fixed seed: the same bytes on every machine.</summary>
internal static class Inputs
{
    private const int Seed = 7;

    private static readonly string[] Words =
        ("the quick brown fox jumps over lazy dogs while session actors relay bytes through parser screen trigger viewer scroll buffer "
         + "alpha beta gamma delta epsilon zeta 0123 4567 89ab cdef").Split(' ');

    private static readonly string[] Alphabetic = "λόγος κόσμος привет мир déjà façade naïve größe żółw".Split(' ');
    private static readonly string[] Ideographic = "日本語 中文字符 터미널 漢字 テスト 한국어".Split(' ');
    private static readonly string[] Emoji = "😀 🚀 👩‍💻 ❤️ 🇫🇷 👍🏽 e\u0301 n\u0303".Split(' ');

    /// <summary>Lines of 30 to 120 ASCII characters.</summary>
    public static byte[] Lines(int bytes) => Repeat(bytes, random =>
    {
        int[] lengths = [30, 50, 60, 70, 78, 100, 120];
        var length = lengths[random.Next(lengths.Length)];
        var line = new StringBuilder();
        while (line.Length < length) line.Append(Pick(random, Words)).Append(' ');
        line.Length = length;
        return line.Append("\r\n").ToString();
    });

    /// <summary>Each word in a rendition of its own: attributes, palette, true colour, inverse.</summary>
    public static byte[] Sgr(int bytes) => Repeat(bytes, random =>
    {
        int[] attributes = [0, 1, 4], levels = [0, 64, 128, 192, 255];
        var line = new StringBuilder();
        for (var words = random.Next(4, 12); words > 0; words--)
        {
            var rendition = random.NextDouble() switch
            {
                < 0.5 => $"\e[{Pick(random, attributes)};{random.Next(30, 38)}m",
                < 0.8 => $"\e[38;5;{random.Next(256)}m",
                < 0.95 => $"\e[38;2;{Pick(random, levels)};{Pick(random, levels)};{Pick(random, levels)}m",
                _ => "\e[7m",
            };
            line.Append(rendition).Append(Pick(random, Words)).Append("\e[0m ");
        }

        return line.Append("\r\n").ToString();
    });

    /// <summary>Words of English (45 %), of other alphabets (30 %), of ideographs (18 %) and emoji (7 %).</summary>
    public static byte[] Utf8(int bytes) => Repeat(bytes, random =>
    {
        var line = new StringBuilder();
        for (var words = random.Next(5, 13); words > 0; words--)
        {
            line.Append(Pick(random, random.NextDouble() switch
            {
                < 0.45 => Words,
                < 0.75 => Alphabetic,
                < 0.93 => Ideographic,
                _ => Emoji,
            })).Append(' ');
        }

        return line.Append("\r\n").ToString();
    });

    private static byte[] Repeat(int bytes, Func<Random, string> line)
    {
        var random = new Random(Seed);
        var stream = new MemoryStream(bytes + 1024);
        while (stream.Length < bytes) stream.Write(Encoding.UTF8.GetBytes(line(random)));
        return stream.ToArray();
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
