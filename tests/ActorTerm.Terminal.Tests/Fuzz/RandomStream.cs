using System.Text;

namespace ActorTerm.Terminal.Tests.Fuzz;

/// <summary>Streams such as programs write, broken ones, and plain noise: from one seed always the same.</summary>
internal sealed class RandomStream(int seed)
{
    private static readonly string[] Words =
    [
        "hello", "the quick brown fox", "naïve", "λόγος", "привет", "日本語", "터미널", "é", "e\u0301", "👩‍💻", "🇫🇷", "🇫", "👍🏽", "❤️", "a\u200db",
        "\u0600", "ก็", "क्षि", "\u0301", "\u200d", "\ufe0f", "\u00ad", "￿", "𝄞", "x", " ", "          ", "~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
    ];

    private static readonly string[] Sequences =
    [
        "\r\n", "\n", "\r", "\b", "\t", "\a", "\v", "\f", "\x0e", "\x0f", "\x18", "\x1a", "\x7f", "\0",
        "\e7", "\e8", "\eD", "\eE", "\eM", "\eH", "\eN", "\eO", "\e6", "\e9", "\e=", "\e>", "\ec", "\e#8", "\e#3", "\e#4", "\e#5", "\e#6",
        "\e(0", "\e(B", "\e)0", "\e(A", "\e*>", "\e+<", "\e(%5", "\e-A", "\en", "\eo", "\e~", "\e}", "\e|", "\eV", "\eW",
        "\e[m", "\e[0m", "\e[1;31m", "\e[38;5;123m", "\e[38;2;1;2;3m", "\e[48:2::9:8:7m", "\e[4:3m", "\e[58;5;7m", "\e[7;44m", "\e[49m",
        "\e[?6h", "\e[?6l", "\e[?7h", "\e[?7l", "\e[4h", "\e[4l", "\e[20h", "\e[20l", "\e[?69h", "\e[?69l", "\e[?45h", "\e[?45l", "\e[?1045h",
        "\e[?1049h", "\e[?1049l", "\e[?47h", "\e[?47l", "\e[?1047h", "\e[?1047l", "\e[?2027h", "\e[?2027l", "\e[?2026h", "\e[?2026l",
        "\e[?25l", "\e[?25h", "\e[?40h\e[?3h", "\e[?3l", "\e[?1000h", "\e[?1006h", "\e[?2004h", "\e[?2048h", "\e[!p", "\e[1\"q", "\e[0\"q", "\e[2*x",
        "\e]0;title\a", "\e]2;tïtle\e\\", "\e]8;id=a;http://x/\e\\", "\e]8;;\e\\", "\e]133;A\a", "\e]133;B\a", "\e]133;C\a", "\e]133;D;1\a",
        "\e]1337;ClearScrollback\a", "\e]1337;SetUserVar=a=Yg==\a", "\e]4;1;#123456\a", "\e]104\a", "\e]11;?\a",
        "\eP$qm\e\\", "\eP+q544e\e\\", "\eP1$t1;1;1;@;@;@;0;2;@;BB%5\"?\e\\", "\e_apc\e\\", "\e^pm\e\\", "\eXsos\e\\",
        "\e[c", "\e[>c", "\e[=c", "\e[6n", "\e[?6n", "\e[5n", "\e[?1$p", "\e[4$p", "\e[1$w", "\e[2$w", "\e[18t", "\e[22t", "\e[23t", "\e[>1u", "\e[<u", "\e[?u",
        "\e[3J", "\e[1000b", "\e[#{", "\e[#}", "\e[>4;2m",
    ];

    private const string Finals = "@ABCDEFGHIJKLMPSTXZ`abdefgnrst^jku";
    private static readonly string[] RectangleFinals = ["$r", "$t", "$v", "$x", "$z", "${", "'}", "'~", " @", " A", "*y", "\"q"];

    private readonly Random _random = new(seed);

    public byte[] Next(int pieces)
    {
        var stream = new List<byte>();
        for (var i = 0; i < pieces; i++) Add(stream);
        return [.. stream];
    }

    /// <summary>The bytes with some of them replaced, dropped, doubled or moved.</summary>
    public byte[] Mutate(byte[] original)
    {
        var bytes = original.ToList();
        for (var changes = 1 + _random.Next(8); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = _random.Next(bytes.Count);
            var length = Math.Min(bytes.Count - at, 1 + _random.Next(12));
            switch (_random.Next(5))
            {
                case 0: bytes[at] = (byte)_random.Next(256); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 3: bytes.InsertRange(_random.Next(bytes.Count), bytes.GetRange(at, length)); break;
                default: bytes[at] ^= (byte)(1 << _random.Next(8)); break;
            }
        }

        return [.. bytes];
    }

    private void Add(List<byte> stream)
    {
        switch (_random.Next(12))
        {
            case < 4: stream.AddRange(Encoding.UTF8.GetBytes(Pick(Words))); break;
            case < 7: stream.AddRange(Encoding.UTF8.GetBytes(Pick(Sequences))); break;
            case < 9: stream.AddRange(Encoding.UTF8.GetBytes($"\e[{Parameters(3)}{Finals[_random.Next(Finals.Length)]}")); break;
            case 9: stream.AddRange(Encoding.UTF8.GetBytes($"\e[{Parameters(9)}{Pick(RectangleFinals)}")); break;
            case 10: stream.AddRange(Encoding.UTF8.GetBytes($"\e{Pick(["[", "[?", "[>", "[=", "]", "P"])}{Parameters(4)}{(char)_random.Next(0x20, 0x7f)}")); break;
            default:
                var noise = new byte[_random.Next(6)];
                _random.NextBytes(noise);
                stream.AddRange(noise);
                break;
        }
    }

    private string Parameters(int most) =>
        string.Join(_random.Next(20) == 0 ? ':' : ';', Enumerable.Range(0, _random.Next(most + 1)).Select(_ => _random.Next(12) switch
        {
            0 => "",
            1 => "99999999999",
            2 => _random.Next(200).ToString(),
            _ => _random.Next(30).ToString(),
        }));

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}
