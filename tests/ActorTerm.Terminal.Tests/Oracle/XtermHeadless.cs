using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActorTerm.Terminal.Tests.Oracle;

/// <summary>xterm.js without a browser, in one node process for all tests of a class (xterm-headless.mjs).</summary>
public sealed class XtermHeadless : IDisposable
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new StyleRunConverter() } };

    private readonly Process _node;

    public XtermHeadless()
    {
        if (!Directory.Exists(Path.Combine(ExternalTool.Folder, "node_modules", "@xterm", "headless")))
            throw new InvalidOperationException($"this test needs @xterm/headless: run `npm ci` in {ExternalTool.Folder}, or ./build.sh test");
        _node = ExternalTool.Start("node", ["xterm-headless.mjs"]);
    }

    /// <summary>The screen after each of the offsets, ascending, into <paramref name="data"/>.</summary>
    internal IReadOnlyList<ScreenPicture> Play(int columns, int rows, ReadOnlySpan<byte> data, IReadOnlyList<int> at, bool withHistory = false)
    {
        _node.StandardInput.WriteLine(JsonSerializer.Serialize(
            new { columns, rows, scrollback = 10_000, data = Convert.ToBase64String(data), at, history = withHistory }));
        _node.StandardInput.Flush();
        var pictures = new List<ScreenPicture>();
        foreach (var _ in at)
        {
            var line = _node.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"node ended: {Complaint()}");
            pictures.Add(JsonSerializer.Deserialize<Snapshot>(line, Options)!.ToPicture());
        }

        return pictures;
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }

    /// <summary>What it wrote, without the minified line of code that it quotes.</summary>
    private string Complaint() => string.Join('\n', _node.StandardError.ReadToEnd().Split('\n').Where(line => line.Length < 500));

    private sealed record Snapshot(int CursorColumn, int CursorRow, bool Alternate, string Title, Line[] Lines)
    {
        public ScreenPicture ToPicture() => new(CursorColumn, CursorRow, Alternate, Title, [.. Lines.Select(line => line.ToPicture())]);
    }

    private sealed record Line(string[] Text, string Widths, StyleRun[] Styles)
    {
        public RowPicture ToPicture()
        {
            var cells = new List<CellPicture>();
            foreach (var run in Styles)
            {
                for (var i = 0; i < run.Count; i++)
                {
                    var width = Widths[cells.Count] - '0';
                    var text = Text[cells.Count];
                    cells.Add(new CellPicture(text.Length == 0 && width > 0 ? " " : text, width, run.Style));
                }
            }

            return new RowPicture(cells);
        }
    }

    private readonly record struct StyleRun(int Count, string Style);

    /// <summary>[3, "bold"].</summary>
    private sealed class StyleRunConverter : JsonConverter<StyleRun>
    {
        public override StyleRun Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            reader.Read();
            var count = reader.GetInt32();
            reader.Read();
            var style = reader.GetString()!;
            reader.Read();
            return new StyleRun(count, style);
        }

        public override void Write(Utf8JsonWriter writer, StyleRun value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
