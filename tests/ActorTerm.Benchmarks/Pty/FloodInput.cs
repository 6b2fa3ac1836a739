using System.Globalization;
using System.Text;

namespace ActorTerm.Benchmarks.Pty;

/// <summary>What a flood writes: two megabytes, the same in every run.</summary>
/// <param name="Name">Also the file's.</param>
internal sealed record FloodInput(string Name, Func<Random, string> Line)
{
    private const int Bytes = 2_000_000;
    private const int Seed = 7;

    private static readonly string[] Ascii =
        "the quick brown fox jumps over lazy dogs while actors relay bytes from a program to a screen 0123 4567 89ab cdef".Split(' ');

    private static readonly string[] Letters = "λόγος κόσμος привет мир déjà façade naïve größe żółw".Split(' ');

    private static readonly string[] Wide = "日本語 中文字符 터미널 漢字 テスト 한국어".Split(' ');

    private static readonly string[] Clusters = "😀 🚀 👩‍💻 ❤️ 🇫🇷 👍🏽 e\u0301 n\u0303".Split(' ');

    public static FloodInput Lines { get; } = new("lines", PlainLine);

    public static FloodInput Sgr { get; } = new("SGR", ColouredLine);

    public static FloodInput Utf8 { get; } = new("UTF-8", MixedLine);

    public static IReadOnlyList<FloodInput> All { get; } = [Lines, Sgr, Utf8];

    public byte[] Make()
    {
        var random = new Random(Seed);
        var text = new MemoryStream();
        while (text.Length < Bytes) text.Write(Encoding.UTF8.GetBytes(Line(random) + "\r\n"));
        return text.ToArray();
    }

    private static string PlainLine(Random random)
    {
        var length = Pick(random, 30, 50, 60, 70, 78, 100, 120);
        var line = new StringBuilder();
        while (line.Length < length) line.Append(Pick(random, Ascii)).Append(' ');
        return line.ToString(0, length);
    }

    private static string ColouredLine(Random random)
    {
        var line = new StringBuilder();
        for (var words = random.Next(4, 12); words > 0; words--) line.Append($"\e[{Colour(random)}m{Pick(random, Ascii)}\e[0m ");
        return line.ToString();
    }

    private static string Colour(Random random) => random.NextDouble() switch
    {
        < 0.5 => string.Create(CultureInfo.InvariantCulture, $"{Pick(random, 0, 1, 4)};{random.Next(30, 38)}"),
        < 0.8 => string.Create(CultureInfo.InvariantCulture, $"38;5;{random.Next(256)}"),
        < 0.95 => string.Create(CultureInfo.InvariantCulture, $"38;2;{Shade(random)};{Shade(random)};{Shade(random)}"),
        _ => "7",
    };

    private static int Shade(Random random) => Pick(random, 0, 64, 128, 192, 255);

    private static string MixedLine(Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(5, 13)).Select(_ => random.NextDouble() switch
        {
            < 0.45 => Pick(random, Ascii),
            < 0.75 => Pick(random, Letters),
            < 0.93 => Pick(random, Wide),
            _ => Pick(random, Clusters),
        }));

    private static T Pick<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];
}
