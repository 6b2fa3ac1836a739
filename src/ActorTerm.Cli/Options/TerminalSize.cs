using System.Globalization;

namespace ActorTerm.Cli.Options;

/// <summary>Sizes on the command line: <c>COLUMNSxROWS</c>. The host knows which ones there can be.</summary>
internal static class TerminalSize
{
    /// <exception cref="UsageException">It is no size.</exception>
    public static (int Columns, int Rows) Parse(string text) =>
        text.Split('x') is [var columns, var rows] && Number(columns) is { } width && Number(rows) is { } height
            ? (width, height)
            : throw new UsageException($"`{text}` is no size: write COLUMNSxROWS, such as 120x40");

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
