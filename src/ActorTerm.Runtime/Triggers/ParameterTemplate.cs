using System.Text;

namespace ActorTerm.Runtime.Triggers;

/// <summary>
/// A parameter with <c>\0</c> to <c>\9</c> for what was captured, and the escapes <c>\a \b \e \n \r \t \\ \xHH</c>. Read once from left to right, so
/// captured text is never read again; any other backslash stands for itself.
/// </summary>
internal sealed class ParameterTemplate
{
    private readonly List<(string Text, int Capture)> _parts = [];

    public ParameterTemplate(string text)
    {
        var literal = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c != '\\' || at + 1 == text.Length)
            {
                literal.Append(c);
                continue;
            }

            var escaped = text[++at];
            if (char.IsAsciiDigit(escaped))
            {
                _parts.Add((literal.ToString(), escaped - '0'));
                literal.Clear();
            }
            else if (escaped == 'x' && at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]))
            {
                literal.Append((char)Convert.ToByte(text.Substring(at + 1, 2), 16));
                at += 2;
            }
            else
            {
                literal.Append(Meaning(escaped) is { } meaning ? meaning : $"\\{escaped}");
            }
        }

        _parts.Add((literal.ToString(), -1));
    }

    /// <summary>Whether it takes anything of what was captured.</summary>
    public bool HasCaptures => _parts.Count > 1;

    /// <param name="captures">The whole match, then its groups; one that is missing reads as nothing.</param>
    public string Fill(IReadOnlyList<string> captures)
    {
        if (!HasCaptures) return _parts[0].Text;

        var filled = new StringBuilder();
        foreach (var (text, capture) in _parts)
        {
            filled.Append(text);
            if (capture >= 0 && capture < captures.Count) filled.Append(captures[capture]);
        }

        return filled.ToString();
    }

    private static string? Meaning(char escaped) => escaped switch
    {
        'a' => "\a",
        'b' => "\b",
        'e' => "\e",
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        '\\' => "\\",
        _ => null,
    };
}
