namespace ActorTerm.Terminal.Osc;

/// <summary>A title as it is kept: short, without control characters, and without what an interpolated string would take for an expression.</summary>
internal static class TitleText
{
    /// <summary>UTF-16 units; longer ones are cut. More than any title bar shows.</summary>
    private const int Limit = 256;

    public static string Of(ReadOnlySpan<byte> utf8)
    {
        var title = PlainText.Clean(utf8).Replace("\\(", "\\\u200b(", StringComparison.Ordinal);
        if (title.Length <= Limit) return title;
        return title[..(char.IsHighSurrogate(title[Limit - 1]) ? Limit - 1 : Limit)];
    }
}
