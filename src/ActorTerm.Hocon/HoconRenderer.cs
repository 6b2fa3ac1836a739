using System.Globalization;
using System.Text;

namespace ActorTerm.Hocon;

/// <summary>Writes a tree as HOCON. Strings are always quoted and objects always braced, but for the root's own braces.</summary>
internal static class HoconRenderer
{
    public static string Render(HoconValue value)
    {
        var text = new StringBuilder();
        if (value is HoconObject root) AppendFields(text, root, 0);
        else AppendValue(text, value, 0);
        return text.ToString();
    }

    /// <summary>The key as it stands in a path: bare when it is made of letters, digits, '-' and '_' only, else quoted.</summary>
    public static void AppendKey(StringBuilder text, string key)
    {
        if (key.Length > 0 && key != "include" && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) text.Append(key);
        else AppendQuoted(text, key);
    }

    public static void AppendQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\') text.Append('\\').Append(c);
            else if (c is '\n') text.Append("\\n");
            else if (c is '\t') text.Append("\\t");
            else if (c < ' ' || char.IsSurrogate(c)) text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else text.Append(c);
        }

        text.Append('"');
    }

    private static void AppendFields(StringBuilder text, HoconObject value, int indent)
    {
        foreach (var field in value)
        {
            AppendKey(text.Append(' ', indent), field.Key);
            text.Append(field.Value is HoconObject ? " " : " = ");
            AppendValue(text, field.Value, indent);
            text.Append('\n');
        }
    }

    private static void AppendValue(StringBuilder text, HoconValue value, int indent)
    {
        switch (value)
        {
            case HoconObject { Count: 0 }:
                text.Append("{}");
                break;
            case HoconObject o:
                AppendFields(text.Append("{\n"), o, indent + 2);
                text.Append(' ', indent).Append('}');
                break;
            case HoconArray array:
                AppendElements(text.Append('['), array, indent);
                text.Append(']');
                break;
            case HoconString s:
                AppendQuoted(text, s.Text);
                break;
            default:
                text.Append(((HoconScalar)value).Text);
                break;
        }
    }

    private static void AppendElements(StringBuilder text, HoconArray array, int indent)
    {
        for (var i = 0; i < array.Count; i++)
        {
            if (i > 0) text.Append(", ");
            AppendValue(text, array[i], indent);
        }
    }
}
