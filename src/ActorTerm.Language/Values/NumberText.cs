namespace ActorTerm.Language;

/// <summary>Number literals: <c>digits [. digits] [e [+|-] digits]</c>.</summary>
internal static class NumberText
{
    /// <summary>True for a literal with or without a minus sign, and nothing around it. Words such as <c>inf</c> and hexadecimal are not numbers.</summary>
    public static bool IsNumber(ReadOnlySpan<char> text)
    {
        if (text.Length > 0 && text[0] == '-') text = text[1..];
        if (!SkipDigits(ref text)) return false;
        if (text.Length > 0 && text[0] == '.')
        {
            text = text[1..];
            if (!SkipDigits(ref text)) return false;
        }
        if (text.Length > 0 && text[0] is 'e' or 'E')
        {
            text = text[1..];
            if (text.Length > 0 && text[0] is '+' or '-') text = text[1..];
            if (!SkipDigits(ref text)) return false;
        }
        return text.IsEmpty;
    }

    private static bool SkipDigits(ref ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9');
        if (length < 0) length = text.Length;
        text = text[length..];
        return length > 0;
    }
}
