using System.Globalization;
using System.Text;
using ActorTerm.Terminal.Colors;
using ActorTerm.Terminal.Events;
using ActorTerm.Terminal.Osc;
using ActorTerm.Terminal.Replies;

namespace ActorTerm.Terminal.Control;

/// <summary>OSC 1337: iTerm2's proprietary sequences, "Proprietary Escape Codes" in its documentation.</summary>
internal sealed partial class ControlFunctions
{
    private readonly FileTransfer _files = new(options.FileLimit);

    private void Proprietary(ReadOnlySpan<byte> text, byte terminator)
    {
        var equals = text.IndexOf((byte)'=');
        var key = Encoding.UTF8.GetString(equals < 0 ? text : text[..equals]);
        var value = equals < 0 ? default : text[(equals + 1)..];
        switch (key)
        {
            case "AddAnnotation": Annotate(value, hidden: false); break;
            case "AddHiddenAnnotation": Annotate(value, hidden: true); break;
            case "Capabilities" when equals < 0: ReportFeatures(terminator); break;
            case "ClearCapturedOutput": events.CapturedOutputCleared(); break;
            case "ClearScrollback": ClearScrollback(); break;
            case "Copy": Copy(value); break;
            case "CopyToClipboard": BeginCopy(value); break;
            case "CurrentDir": if (options.AllowDirectoryReports) events.WorkingDirectory(new DirectoryReport(PlainText.Clean(value), null, null)); break;
            case "Custom": CustomSequence(Encoding.UTF8.GetString(value)); break;
            case "EndCopy": EndCopy(); break;
            case "File": if (options.AllowFiles) Receive(_files.Whole(value)); break;
            case "FileEnd": if (options.AllowFiles) Receive(_files.End()); break;
            case "FilePart": if (options.AllowFiles) _files.Part(value); break;
            case "MultipartFile": if (options.AllowFiles) _files.Begin(value); break;
            case "Notification": NotifyRichly(Encoding.UTF8.GetString(value)); break;
            case "OpenURL": OpenUrl(value); break;
            case "RemoteHost": RemoteHost(PlainText.Clean(value)); break;
            case "ReportCellSize": ReportCellSize(terminator); break;
            case "ReportVariable": ReportVariable(value, terminator); break;
            case "RequestAttention": RequestAttention(Encoding.UTF8.GetString(value)); break;
            case "SetBadgeFormat": if (Base64Text.TryDecodeText(value, out var badge)) events.BadgeChanged(PlainText.Clean(badge)); break;
            case "SetColors": SetColors(Encoding.UTF8.GetString(value)); break;
            case "SetMark": events.MarkSet(screen.CursorLine); break;
            case "SetUserVar": SetUserVariable(value); break;
            case "ShellIntegrationVersion": ShellIntegration(PlainText.Clean(value)); break;
            case "StealFocus": events.FocusRequested(); break;
        }
    }

    private void ClearScrollback()
    {
        LeaveLine();
        var prompt = _promptLine is { } line ? line - screen.TopAbsoluteLine : screen.Cursor.Row;
        screen.ClearToPrompt((int)Math.Clamp(prompt, 0, screen.Cursor.Row));
        events.HistoryCleared();
    }

    /// <summary>name=base64. Without the second = the variable is removed, likewise when it is no base64; a name with a dot is refused.</summary>
    private void SetUserVariable(ReadOnlySpan<byte> text)
    {
        var equals = text.IndexOf((byte)'=');
        var name = PlainText.Clean(equals < 0 ? text : text[..equals]);
        if (name.Length == 0 || name.Contains('.')) return;
        var value = equals >= 0 && Base64Text.TryDecodeText(text[(equals + 1)..], out var decoded) ? decoded : null;
        events.UserVariable(name, value);
    }

    /// <summary>Parameters with semicolons, of which id counts, then a colon and the payload.</summary>
    private void CustomSequence(string text)
    {
        var colon = text.IndexOf(':');
        if (colon < 0) return;
        var id = text[..colon].Split(';').FirstOrDefault(field => field.StartsWith("id=", StringComparison.Ordinal));
        if (id is not null) events.CustomSequence(id[3..], text[(colon + 1)..]);
    }

    private void RemoteHost(string text)
    {
        if (!options.AllowDirectoryReports) return;
        var at = text.LastIndexOf('@');
        events.RemoteHost(at < 0 ? "" : text[..at], text[(at + 1)..]);
    }

    private void ShellIntegration(string text)
    {
        var fields = text.Split(';');
        events.ShellIntegration(fields[0], fields.Length > 1 && fields[1].Length > 0 ? fields[1] : null);
    }

    private void RequestAttention(string how)
    {
        AttentionKind? kind = how switch
        {
            "yes" => AttentionKind.Yes,
            "once" => AttentionKind.Once,
            "no" => AttentionKind.No,
            "fireworks" => AttentionKind.Fireworks,
            "flash" => AttentionKind.Flash,
            _ => null,
        };
        if (kind is { } known) events.Attention(known);
    }

    /// <summary>key=base64 pairs with semicolons.</summary>
    private void NotifyRichly(string text)
    {
        if (!options.AllowNotifications) return;
        var parameters = new Dictionary<string, string>();
        foreach (var field in text.Split(';'))
        {
            var equals = field.IndexOf('=');
            if (equals > 0 && Base64Text.TryDecodeText(Encoding.UTF8.GetBytes(field[(equals + 1)..]), out var value))
                parameters[field[..equals]] = PlainText.Clean(value);
        }

        if (parameters.Count > 0)
            events.Notification(new NotificationReport(parameters.GetValueOrDefault("title"), parameters.GetValueOrDefault("message", ""), parameters));
    }

    /// <summary>:base64.</summary>
    private void OpenUrl(ReadOnlySpan<byte> text)
    {
        if (Payload(text, out var url)) events.OpenUrl(PlainText.Clean(url));
    }

    /// <summary>:base64.</summary>
    private void Copy(ReadOnlySpan<byte> text)
    {
        if (options.AllowClipboardWrite && Payload(text, out var data)) events.ClipboardWrite("", data);
    }

    private static bool Payload(ReadOnlySpan<byte> text, out byte[] data)
    {
        data = [];
        var colon = text.IndexOf((byte)':');
        return colon >= 0 && Base64Text.TryDecode(text[(colon + 1)..], out data);
    }

    /// <summary>message, length|message, or message|length|x|y; coordinates are those of the screen.</summary>
    private void Annotate(ReadOnlySpan<byte> text, bool hidden)
    {
        var fields = PlainText.Clean(text).Split('|');
        var cursor = screen.Cursor;
        var (message, length, column, row) = fields switch
        {
            [var only] => (only, (string?)null, (string?)null, (string?)null),
            [var first, var second] => (second, first, null, null),
            [var first, var second, var x, var y, ..] => (first, second, x, y),
            _ => ("", null, null, null),
        };
        if (message.Length == 0) return;
        var line = Math.Clamp(Number(row) ?? cursor.Row, 0, screen.Rows - 1);
        events.Annotated(new Annotation(
            screen.TopAbsoluteLine + line, Math.Clamp(Number(column) ?? cursor.Column, 0, screen.Columns - 1), Number(length), message, hidden));
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>key=colour, where the key is a role or one of the sixteen named colours; other keys, presets among them, are not ours to set.</summary>
    private void SetColors(string text)
    {
        var equals = text.IndexOf('=');
        if (equals < 0 || !ColorSpecification.TryParse("#" + text[(equals + 1)..].Split(':')[^1], out var color)) return;
        string[] names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];
        var key = text[..equals];
        var bright = key.StartsWith("br_", StringComparison.Ordinal);
        switch (key)
        {
            case "fg": _palette[ColorRole.Foreground] = color; break;
            case "bg": _palette[ColorRole.Background] = color; break;
            case "curbg": _palette[ColorRole.Cursor] = color; break;
            case "selbg": _palette[ColorRole.HighlightBackground] = color; break;
            case "selfg": _palette[ColorRole.HighlightForeground] = color; break;
            default:
                var index = Array.IndexOf(names, bright ? key[3..] : key);
                if (index < 0) return;
                _palette[bright ? index + 8 : index] = color;
                break;
        }

        events.ColorsChanged();
    }

    /// <summary>Height, width and scale: a cell is one by one.</summary>
    private void ReportCellSize(byte terminator)
    {
        var reply = new ReplyWriter(stackalloc byte[64]);
        reply.Add("\e]1337;ReportCellSize=1.0;1.0;1.0"u8);
        AddTerminator(terminator, ref reply);
        Reply(reply.Bytes);
    }

    /// <summary>
    /// iTerm2's feature reporting: 24-bit colour in both forms (T3), left and right margins (Lr), mouse (M), cursor styles (Sc7), Unicode (U) with
    /// widths of version 15 (Uw15), titles (Ts3), bracketed paste (B), focus (F), strikethrough and overline (Gs, Go), synchronized output (Sy),
    /// hyperlinks (H), and by setting the clipboard (Cw) and notifications (No).
    /// </summary>
    private void ReportFeatures(byte terminator)
    {
        var reply = new ReplyWriter(stackalloc byte[128]);
        reply.Add("\e]1337;Capabilities=T3"u8);
        if (options.AllowClipboardWrite) reply.Add("Cw"u8);
        reply.Add("LrMSc7UUw15"u8);
        if (options.AllowTitleChanges) reply.Add("Ts3"u8);
        reply.Add("BFGsGoSyH"u8);
        if (options.AllowNotifications) reply.Add("No"u8);
        AddTerminator(terminator, ref reply);
        Reply(reply.Bytes);
    }

    /// <summary>Always answered; empty for what is not on the list, unknown or not.</summary>
    private void ReportVariable(ReadOnlySpan<byte> base64, byte terminator)
    {
        var value = Base64Text.TryDecodeText(base64, out var name) ? options.ReportVariable(name) ?? "" : "";
        var encoded = Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(value)));
        var reply = new ReplyWriter(new byte[encoded.Length + 32]);
        reply.Add("\e]1337;ReportVariable="u8);
        reply.Add(encoded);
        AddTerminator(terminator, ref reply);
        Reply(reply.Bytes);
    }

    private void Receive(ReceivedFile? file)
    {
        if (file is not null) events.FileReceived(file);
    }
}
