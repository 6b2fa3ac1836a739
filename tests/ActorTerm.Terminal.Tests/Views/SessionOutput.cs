using System.Text;
using ActorTerm.Terminal.Tests.Oracle;

namespace ActorTerm.Terminal.Tests.Views;

/// <summary>Random output of a session: what the oracle's generated streams have, and what only viewers care about.</summary>
internal static class SessionOutput
{
    private static readonly string[] Extras =
    [
        "\e[?2027h.🇩🇪.❤️.👩‍👩‍👧.👍🏽.\e[?2027l", ".🇩🇪.❤️.👩‍👩‍👧.👍🏽.e\u0301\u0302", "\e[?2027h", "\e[?2027l", "🇩🇪🇫🇷", "\u1100\u1161\u11a8",
        "\e]8;;https://example.org/a\e\\link\e]8;;\e\\", "\e]8;id=7;https://example.org/b\e\\other \e[31mlink\e]8;;\e\\", "\e#3", "\e#4", "\e#6", "\e#5",
        "\r\n", "\r\n\r\n\r\n", "line\r\n", "\e[3S", "\e[999;1H\n\n", "\e[?1000h", "\e[?1003h\e[?1006h", "\e[?1000l", "\e[?1004h", "\e[?2004h", "\e[?2004l", "\e[?1h", "\e[?1l", "\e=", "\e>",
        "\e[?5h", "\e[?5l", "\e[?25l", "\e[?25h", "\e[5 q", "\e[2 q", "\e[0 q", "\e[>4;2m", "\e[>4m", "\e[>1u", "\e[<u", "\e]2;a title\a", "\e]2;\e\\", "\e[?1049h", "\e[?1049l",
        "\e[?2026h", "\e[?2026l", "\e[44m\e[2J\e[m", "\e[41mred\e[K\e[m", "\e[1\"qguarded\e[0\"q", "\ec", "\e[3J", "\e[?69h\e[3;9s", "\e[?69l", "\e[?1007l", "\e[?67h",
    ];

    public static byte[] Make(Random random, int columns, int rows) => random.Next(3) == 0
        ? GeneratedStream.Make(random.Next(), Math.Max(2, columns), Math.Max(2, rows), random.Next(1, 12)).Data
        : Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Extras[random.Next(Extras.Length)])));
}
