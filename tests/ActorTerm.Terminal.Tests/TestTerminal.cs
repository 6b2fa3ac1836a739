using System.Text;
using ActorTerm.Terminal.Events;
using ActorTerm.Terminal.Lines;
using ActorTerm.Terminal.Modes;
using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Tests;

/// <summary>A terminal and everything it said, read as text.</summary>
internal sealed class TestTerminal : ITerminalEvents
{
    private readonly List<byte> _replies = [];

    public TestTerminal(int columns = 10, int rows = 4, TerminalOptions? options = null)
    {
        Model = new TerminalModel((options ?? new TerminalOptions()) with { Columns = columns, Rows = rows }, this);
    }

    public TerminalModel Model { get; }

    /// <summary>Every event but replies, as records and as names with arguments.</summary>
    public List<object> Events { get; } = [];

    /// <summary>Called on every event, before it is recorded.</summary>
    public Action<object>? OnEvent { get; set; }

    /// <summary>All replies so far, in one piece.</summary>
    public string Replies => Encoding.UTF8.GetString([.. _replies]);

    public (int Column, int Row) Cursor => (Model.Screen.Cursor.Column, Model.Screen.Cursor.Row);

    /// <summary>The rows of the screen, without what is empty at their ends.</summary>
    public string[] Rows => [.. Enumerable.Range(0, Model.Screen.Rows).Select(Row)];

    /// <summary>The same with rows joined by | and empty ones at the end left out.</summary>
    public string Text => string.Join('|', Rows).TrimEnd('|');

    /// <summary>All lines of history.</summary>
    public string[] History
    {
        get
        {
            var scrollback = Model.Screen.Scrollback;
            var lines = new List<string>();
            for (var line = scrollback.FirstLine; line < scrollback.EndLine; line++) lines.Add(scrollback.GetLine(line).GetText());
            return [.. lines];
        }
    }

    public TestTerminal Feed(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Assert.Equal(bytes.Length, Model.Feed(bytes));
        return this;
    }

    public string Row(int row) => Line(row).GetText();

    public LineView Line(int row) => Model.Screen.GetLine(Model.Screen.TopAbsoluteLine + row);

    public Style StyleAt(int row, int column) => Line(row).StyleAt(column);

    /// <summary>What the terminal answers to a query.</summary>
    public string Ask(string query)
    {
        _replies.Clear();
        Feed(query);
        return Replies;
    }

    void ITerminalEvents.Reply(ReadOnlySpan<byte> bytes) => _replies.AddRange(bytes);

    void ITerminalEvents.Bell() => Add("bell");

    void ITerminalEvents.IconNameChanged(string name) => Add($"icon {name}");

    void ITerminalEvents.TitleChanged(string title) => Add($"title {title}");

    void ITerminalEvents.ModesChanged(TerminalModes modes) => Add(modes);

    void ITerminalEvents.AlternateScreenChanged(bool shown) => Add($"alternate {shown}");

    void ITerminalEvents.LineCompleted(long absoluteLine) =>
        Add($"line {absoluteLine}: {(absoluteLine < Model.Screen.FirstLine ? "gone" : Model.Screen.GetLine(absoluteLine).GetText())}");

    void ITerminalEvents.HistoryCleared() => Add("history cleared");

    void ITerminalEvents.ResizeRequested(int? columns, int? rows) => Add($"resize {columns}x{rows}");

    void ITerminalEvents.ColorsChanged() => Add("colors");

    void ITerminalEvents.PromptMarked(PromptMark mark) => Add(mark);

    void ITerminalEvents.MarkSet(long absoluteLine) => Add($"mark {absoluteLine}");

    void ITerminalEvents.WorkingDirectory(DirectoryReport report) => Add(report);

    void ITerminalEvents.RemoteHost(string user, string host) => Add($"remote {user} at {host}");

    void ITerminalEvents.ShellIntegration(string version, string? shell) => Add($"integration {version} {shell}");

    void ITerminalEvents.UserVariable(string name, string? value) => Add($"{name} = {value ?? "null"}");

    void ITerminalEvents.CustomSequence(string id, string payload) => Add($"custom {id}: {payload}");

    void ITerminalEvents.Progress(ProgressReport report) => Add(report);

    void ITerminalEvents.Notification(NotificationReport report) => Add(report);

    void ITerminalEvents.ClipboardWrite(string selection, ReadOnlyMemory<byte> data) => Add($"clipboard '{selection}': {Encoding.UTF8.GetString(data.Span)}");

    void ITerminalEvents.Attention(AttentionKind kind) => Add(kind);

    void ITerminalEvents.FocusRequested() => Add("focus");

    void ITerminalEvents.BadgeChanged(string text) => Add($"badge {text}");

    void ITerminalEvents.OpenUrl(string url) => Add($"open {url}");

    void ITerminalEvents.TabStatus(string text) => Add($"status {text}");

    void ITerminalEvents.Annotated(Annotation annotation) => Add(annotation);

    void ITerminalEvents.CapturedOutputCleared() => Add("captured output cleared");

    void ITerminalEvents.FileReceived(ReceivedFile file) => Add($"file {file.Name} {file.Inline}: {Encoding.UTF8.GetString(file.Contents.Span)}");

    private void Add(object happened)
    {
        OnEvent?.Invoke(happened);
        Events.Add(happened);
    }
}
