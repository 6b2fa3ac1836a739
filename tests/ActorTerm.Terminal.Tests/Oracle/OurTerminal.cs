using System.Text;
using ActorTerm.Terminal.Events;
using ActorTerm.Terminal.Lines;
using ActorTerm.Terminal.Screens;
using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Tests.Oracle;

/// <summary>A terminal of ours that keeps what it says, and is described in the words of the oracle.</summary>
internal sealed class OurTerminal : ITerminalEvents
{
    private readonly StringBuilder _replies = new();

    public OurTerminal(int columns, int rows) : this(new TerminalOptions { Columns = columns, Rows = rows })
    {
    }

    public OurTerminal(TerminalOptions options) => Model = new TerminalModel(options, this);

    public TerminalModel Model { get; }

    public Screen Screen => Model.Screen;

    public string Title { get; private set; } = "";

    /// <summary>What it answered so far, a character for each byte.</summary>
    public string Replies => _replies.ToString();

    public void Feed(ReadOnlySpan<byte> bytes) => Model.Feed(bytes);

    public void Feed(string text) => Feed(Encoding.UTF8.GetBytes(text));

    void ITerminalEvents.Reply(ReadOnlySpan<byte> bytes) => _replies.Append(Encoding.Latin1.GetString(bytes));

    void ITerminalEvents.TitleChanged(string title) => Title = title;

    public ScreenPicture Picture(bool withHistory = false)
    {
        var cursor = Screen.Cursor;
        var rows = new List<RowPicture>();
        for (var line = withHistory && !Screen.IsAlternate ? Screen.FirstLine : Screen.TopAbsoluteLine; line < Screen.EndLine; line++)
            rows.Add(Picture(Screen.GetLine(line), Screen.Columns));
        return new ScreenPicture(cursor.Column + (cursor.PendingWrap ? 1 : 0), cursor.Row, Screen.IsAlternate, Title, rows);
    }

    private static RowPicture Picture(LineView line, int columns)
    {
        var cells = new List<CellPicture>();
        foreach (var cell in line.Cells)
        {
            var style = Describe(cell.Style);
            cells.Add(new CellPicture(cell.IsEmpty ? " " : cell.ToString(), cell.Width, style));
            if (cell.Width == 2) cells.Add(new CellPicture("", 0, style));
        }

        while (cells.Count < columns) cells.Add(new CellPicture(" ", 1, ""));
        return new RowPicture(cells);
    }

    /// <summary>As xterm-headless.mjs says it.</summary>
    private static string Describe(Style style)
    {
        var words = new List<string>();
        if (style.Foreground != default) words.Add("fg=" + Describe(style.Foreground));
        if (style.Background != default) words.Add("bg=" + Describe(style.Background));
        if (style.Flags.HasFlag(StyleFlags.Bold)) words.Add("bold");
        if (style.Flags.HasFlag(StyleFlags.Faint)) words.Add("faint");
        if (style.Flags.HasFlag(StyleFlags.Italic)) words.Add("italic");
        if (style.Underline != UnderlineStyle.None) words.Add($"underline{(int)style.Underline}");
        if ((style.Flags & (StyleFlags.Blink | StyleFlags.RapidBlink)) != 0) words.Add("blink");
        if (style.Flags.HasFlag(StyleFlags.Inverse)) words.Add("inverse");
        if (style.Flags.HasFlag(StyleFlags.Invisible)) words.Add("invisible");
        if (style.Flags.HasFlag(StyleFlags.Strikethrough)) words.Add("strikethrough");
        if (style.Flags.HasFlag(StyleFlags.Overline)) words.Add("overline");
        if (style.Underline != UnderlineStyle.None && style.UnderlineColor != default) words.Add("ul=" + Describe(style.UnderlineColor));
        return string.Join(' ', words);
    }

    private static string Describe(CellColor color) =>
        color.Kind == CellColorKind.Palette ? $"p{color.Index}" : $"#{color.Red:x2}{color.Green:x2}{color.Blue:x2}";
}
