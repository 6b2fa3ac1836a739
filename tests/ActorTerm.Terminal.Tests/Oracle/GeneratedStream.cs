using System.Text;

namespace ActorTerm.Terminal.Tests.Oracle;

/// <summary>Output no program would write, made of everything that @xterm/headless knows; the same for the same seed.</summary>
internal static class GeneratedStream
{
    /// <summary>Ends what xterm.js does not restore with the cursor: a pending wrap, how text was underlined, the shifted character set.</summary>
    private const string NotRestored = "\e[C\e[24;59m\e(B\x0f";

    /// <summary>Off the last column: a pending wrap outlives in xterm.js what ends it elsewhere, and ED 1 fails in the last cell of the screen.</summary>
    private const string KeptWrap = "\b";

    private static readonly string[] Words =
    [
        "a", "word", "some longer text ", "0123456789", "é", "ñandú", "γρήγορη", "漢字", "한글", "ｆｕｌｌ", "e\u0301", "o\u0308\u0323", "🦊", "👍", "—", "│┌┐", " ", "    ",
    ];

    /// <summary>The stream, and the ends of every tenth of its pieces: between two the terminals may differ for a moment.</summary>
    public static (byte[] Data, int[] Ends) Make(int seed, int columns, int rows, int pieces)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        var setsTabs = random.Next(2) == 0;                // or shows the alternate screen, which in xterm.js has tab stops of its own
        var ends = new List<int>();
        for (var i = 1; i <= pieces; i++)
        {
            Piece(text, random, columns, rows, setsTabs);
            if (i % 10 == 0) ends.Add(Encoding.UTF8.GetByteCount(text.ToString()));
        }

        return (Encoding.UTF8.GetBytes(text.ToString()), [.. ends]);
    }

    private static void Piece(StringBuilder text, Random random, int columns, int rows, bool setsTabs)
    {
        switch (random.Next(24))
        {
            case < 8:
                // Beginning with a narrow one, because a wide one that does not fit blanks what is under the cursor in xterm.js.
                text.Append('.');
                for (var i = random.Next(1, 6); i > 0; i--) text.Append(Words[random.Next(Words.Length)]);
                break;
            case 8:
                text.Append("\r\n");
                break;
            case 9:
                text.Append("\r\n\t\b\v\f"[random.Next(6)]);
                break;
            case 10 or 11:
                text.Append($"\e[{random.Next(rows + 2)};{random.Next(columns + 2)}H");
                break;
            case 12:
                text.Append($"\e[{Count(random)}{"ABCDEFGaed`"[random.Next(11)]}");
                break;
            case 13:
                text.Append(KeptWrap).Append($"\e[{random.Next(3)}{"JK"[random.Next(2)]}");
                break;
            case 14:
                // xterm.js scrolls down lines without background.
                var function = "@PXLMST"[random.Next(7)];
                text.Append(function == 'T' ? "\e[49m\e[" : "\e[").Append(Count(random)).Append(function);
                break;
            case 15 or 16:
                Rendition(text, random);
                break;
            case 17:
                var top = random.Next(1, rows);
                text.Append(random.Next(3) == 0 ? "\e[r" : $"\e[{top};{random.Next(top + 1, rows + 1)}r");
                break;
            case 18:
                // Without scrolling between, with which xterm.js moves what was saved.
                var (save, restore) = random.Next(2) == 0 ? ("\e7", "\e8") : ("\e[s", "\e[u");
                text.Append($"{save}\e[{random.Next(rows + 2)};{random.Next(columns + 2)}H\e[33mx{restore}{NotRestored}");
                break;
            case 19:
                text.Append("\e").Append("DEMH"[random.Next(setsTabs ? 4 : 3)]);
                break;
            case 20:
                text.Append($"{KeptWrap}\e[{Count(random)}{"IZ"[random.Next(2)]}");
                break;
            case 21:
                Mode(text, random, setsTabs);
                break;
            case 22:
                text.Append(random.Next(4) switch { 0 => "\e(0", 1 => "\e(B", 2 => "\x0e", _ => "\x0f" });
                break;
            default:
                Rare(text, random, columns, rows, setsTabs);
                break;
        }
    }

    private static void Rendition(StringBuilder text, Random random)
    {
        string[] parameters =
        [
            "", "0", "1", "2", "3", "4", "5", "7", "8", "9", "21", "22", "23", "24", "25", "27", "28", "29", "31", "44", "39", "49", "53", "55", "93", "102",
            "38;5;208", "48;5;17", "38;2;1;2;3", "48;2;250;251;252", "38:2::7:8:9", "48:5:99", "4:3", "4:0", "58;5;11", "58:2::1:2:3", "59",
        ];
        text.Append("\e[").AppendJoin(';', Enumerable.Range(0, random.Next(1, 4)).Select(_ => parameters[random.Next(parameters.Length)])).Append('m');
    }

    private static void Mode(StringBuilder text, Random random, bool setsTabs)
    {
        string[] modes = setsTabs ? ["4", "?25", "?1", "?2004"] : ["4", "?25", "?1", "?2004", "?1049", "?1047"];
        var mode = modes[random.Next(modes.Length)];
        // In xterm.js each of the two screens has margins of its own.
        var margins = mode is "?1049" or "?1047" ? "\e[r" : "";
        text.Append($"\e[m{margins}\e[{mode}{"hl"[random.Next(2)]}{margins}{NotRestored}");
    }

    private static void Rare(StringBuilder text, Random random, int columns, int rows, bool setsTabs)
    {
        text.Append(random.Next(14) switch
        {
            0 => "\e[r\e[m\e#8",                      // without attributes and margins, which xterm.js keeps
            1 => KeptWrap + "\e[!p",
            2 => "\ec",
            3 when setsTabs => "\e[g",
            4 when setsTabs => "\e[3g",
            5 => $"{(char)random.Next(97, 123)}\e[{random.Next(9)}b",
            6 => $"\e[{Count(random)} {"@A"[random.Next(2)]}",
            // Where a wrap is pending, xterm.js would insert in column 0.
            7 => $"{KeptWrap}\e[{Count(random)}'{"}~"[random.Next(2)]}",
            // Within one piece, because SGR 0 ends protection in xterm.js.
            8 or 9 => $"\e[1\"q.{Words[random.Next(Words.Length)]}\e[0\"q",
            // Within one piece, because xterm.js does not save origin mode with the cursor.
            11 => $"\e[?6h\e[{random.Next(rows + 2)};{random.Next(columns + 2)}Hab\e[3dc\e[?6l",
            // Within one piece and without wide characters, halves of which xterm.js leaves at the edge.
            12 => $"\e[?7l{new string('.', random.Next(columns))}abc\e[?7h\r",
            10 => $"{KeptWrap}\e[?{random.Next(3)}{"JK"[random.Next(2)]}",
            _ => "\e]2;title " + random.Next(100) + "\a",
        });
    }

    /// <summary>Mostly small, at times left out, at times beyond every edge.</summary>
    private static string Count(Random random) => random.Next(10) switch { 0 => "", 1 => "0", 2 => "999", _ => $"{random.Next(1, 8)}" };
}
