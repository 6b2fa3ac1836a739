using System.Text;

namespace ActorTerm.Terminal.Osc;

/// <summary>Text of a program made safe to show: without control characters, which come percent-encoded, in base64, or as C1 in UTF-8.</summary>
internal static class PlainText
{
    public static string Clean(string text)
    {
        if (!text.Any(char.IsControl)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsControl(character)) clean.Append(character);
        }

        return clean.ToString();
    }

    public static string Clean(ReadOnlySpan<byte> utf8) => Clean(Encoding.UTF8.GetString(utf8));
}
