using System.Text;

namespace ActorTerm.Runtime.Sessions;

/// <summary>
/// Splits a command line into words as a POSIX shell does (XCU 2.2 Quoting): blanks separate, single quotes keep everything, double
/// quotes keep blanks and honour a backslash before <c>" \ $ `</c>, a backslash elsewhere keeps the next character. Nothing is expanded.
/// </summary>
internal static class CommandWords
{
    /// <returns>False for an open quote or a trailing backslash; <paramref name="error"/> says where.</returns>
    public static bool TrySplit(string line, out List<string> words, out string? error)
    {
        words = [];
        error = null;
        StringBuilder? word = null;
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case ' ' or '\t' or '\n':
                    Flush(words, ref word);
                    break;
                case '\'':
                    var close = line.IndexOf('\'', i + 1);
                    if (close < 0) return Fail($"the single quote at offset {i} is not closed", out error);
                    (word ??= new()).Append(line, i + 1, close - i - 1);
                    i = close;
                    break;
                case '"':
                    var start = i;
                    word ??= new();
                    for (i++; i < line.Length && line[i] != '"'; i++)
                    {
                        if (line[i] == '\\' && i + 1 < line.Length && line[i + 1] is '"' or '\\' or '$' or '`') i++;
                        word.Append(line[i]);
                    }

                    if (i == line.Length) return Fail($"the double quote at offset {start} is not closed", out error);
                    break;
                case '\\':
                    if (i + 1 == line.Length) return Fail($"nothing follows the backslash at offset {i}", out error);
                    (word ??= new()).Append(line[++i]);
                    break;
                default:
                    (word ??= new()).Append(line[i]);
                    break;
            }
        }

        Flush(words, ref word);
        return true;
    }

    private static void Flush(List<string> words, ref StringBuilder? word)
    {
        if (word is not null) words.Add(word.ToString());
        word = null;
    }

    private static bool Fail(string what, out string? error)
    {
        error = what;
        return false;
    }
}
