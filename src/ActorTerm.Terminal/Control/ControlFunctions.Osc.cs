using System.Buffers.Text;
using System.Text;
using ActorTerm.Terminal.Events;
using ActorTerm.Terminal.Osc;
using ActorTerm.Terminal.Titles;

namespace ActorTerm.Terminal.Control;

internal sealed partial class ControlFunctions
{
    private readonly TitleStack _titles = new();
    private readonly PromptSequence _prompts = new();
    private long? _promptLine;                     // where the prompt starts that is being answered

    public TitleStack Titles => _titles;

    /// <summary>Operating system commands by number: xterm ctlseqs, "Operating System Commands"; iTerm2's proprietary ones. Unknown ones are ignored.</summary>
    public void OperatingSystemCommand(ReadOnlySpan<byte> data, byte terminator)
    {
        if (data is [(byte)'P', ..])
        {
            SetConsoleColor(Encoding.UTF8.GetString(data[1..]));                          // OSC P, of the Linux console
            return;
        }

        if (!Utf8Parser.TryParse(data, out int number, out var digits)) return;
        var rest = data[digits..];
        if (rest is [not (byte)';', ..]) return;
        var text = rest.IsEmpty ? rest : rest[1..];
        switch (number)
        {
            case 0: SetIconName(text); SetTitle(text); break;
            case 1: SetIconName(text); break;
            case 2: SetTitle(text); break;
            case 4: SetOrReportColors(Encoding.UTF8.GetString(text), terminator); break;
            case 7: ReportedDirectory(text); break;
            case 8: OpenLink(text); break;
            case 9: NotificationOrProgress(text); break;
            case >= 10 and <= 19: SetOrReportRoles(number, Encoding.UTF8.GetString(text), terminator); break;
            case 50 or 1337: Proprietary(text, terminator); break;
            case 52: WriteClipboard(text); break;
            case 104: ResetColors(Encoding.UTF8.GetString(text)); break;
            case >= 110 and <= 119: ResetRole(number); break;
            case 133: MarkPrompt(Encoding.UTF8.GetString(text)); break;
            case 21337: events.TabStatus(PlainText.Clean(text)); break;
        }
    }

    private void SetIconName(ReadOnlySpan<byte> text)
    {
        if (!options.AllowTitleChanges) return;
        _titles.IconName = TitleText.Of(text);
        events.IconNameChanged(_titles.IconName);
    }

    private void SetTitle(ReadOnlySpan<byte> text)
    {
        if (!options.AllowTitleChanges) return;
        _titles.Title = TitleText.Of(text);
        screen.SetTitle(_titles.Title);
        events.TitleChanged(_titles.Title);
    }

    /// <summary>OSC 7: file://user@host/path.</summary>
    private void ReportedDirectory(ReadOnlySpan<byte> text)
    {
        if (options.AllowDirectoryReports && FileUrl.TryParse(Encoding.UTF8.GetString(text), out var report)) events.WorkingDirectory(report);
    }

    /// <summary>OSC 9 is a notification, unless its first field is a number; then 4 is a progress and others are nothing.</summary>
    private void NotificationOrProgress(ReadOnlySpan<byte> text)
    {
        var value = Encoding.UTF8.GetString(text);
        var fields = value.Split(';');
        if (fields[0].Length > 0 && fields[0].All(char.IsAsciiDigit))
        {
            if (fields[0] == "4" && ProgressSequence.TryParse(fields.AsSpan(1), out var report)) events.Progress(report);
        }
        else if (options.AllowNotifications)
        {
            events.Notification(new NotificationReport(null, PlainText.Clean(value), new Dictionary<string, string>()));
        }
    }

    /// <summary>OSC 52: selection ; base64. A question mark asks for the clipboard, which is never answered.</summary>
    private void WriteClipboard(ReadOnlySpan<byte> text)
    {
        if (!options.AllowClipboardWrite) return;
        var separator = text.IndexOf((byte)';');
        if (separator < 0 || text[(separator + 1)..] is [(byte)'?']) return;
        if (Base64Text.TryDecode(text[(separator + 1)..], out var data)) events.ClipboardWrite(PlainText.Clean(text[..separator]), data);
    }

    /// <summary>OSC 8: parameters ; address. Without address the link ends.</summary>
    private void OpenLink(ReadOnlySpan<byte> text)
    {
        var separator = text.IndexOf((byte)';');
        if (separator < 0) return;
        var uri = text[(separator + 1)..];
        if (uri.IsEmpty || uri.Length > options.HyperlinkLimit)
        {
            screen.OpenLink(null, null);
            return;
        }

        var id = Encoding.UTF8.GetString(text[..separator]).Split(':').FirstOrDefault(field => field.StartsWith("id=", StringComparison.Ordinal));
        screen.OpenLink(PlainText.Clean(uri), id is null or "id=" ? null : id[3..]);
    }

    /// <summary>OSC 133.</summary>
    private void MarkPrompt(string text)
    {
        if (_prompts.Parse(text) is not { } step) return;
        if (step.FreshLine && screen.Cursor.Column > 0)
        {
            CarriageReturn();
            LineFeed();
        }

        var mark = step.At(screen.CursorLine, screen.Cursor.Column);
        if (mark is PromptMark.PromptStart { Kind: PromptKind.Initial }) _promptLine = mark.AbsoluteLine;
        if (mark is PromptMark.OutputStart or PromptMark.CommandEnd) _promptLine = null;
        events.PromptMarked(mark);
    }
}
