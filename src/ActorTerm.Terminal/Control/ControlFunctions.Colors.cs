using System.Globalization;
using System.Text;
using ActorTerm.Terminal.Colors;
using ActorTerm.Terminal.Replies;

namespace ActorTerm.Terminal.Control;

/// <summary>Setting and reporting colours: xterm ctlseqs, OSC 4, 10 to 19, 104, 110 to 119.</summary>
internal sealed partial class ControlFunctions
{
    private const int FirstRole = 10;              // OSC 10 is the foreground, and so on

    private readonly Palette _palette = new();

    public Palette Palette => _palette;

    /// <summary>OSC 4: any number of number ; colour, where ? asks. iTerm2's -1 and -2 are foreground and background.</summary>
    private void SetOrReportColors(string text, byte terminator)
    {
        var fields = text.Split(';');
        var changed = false;
        for (var i = 0; i + 1 < fields.Length; i += 2)
        {
            if (!int.TryParse(fields[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)) return;
            if (index is < -2 or >= Palette.Size) continue;
            if (fields[i + 1] == "?")
            {
                var color = index >= 0 ? _palette[index] : _palette[index == -1 ? ColorRole.Foreground : ColorRole.Background];
                ReportColor(4, index, color, terminator);
            }
            else if (index >= 0 && ColorSpecification.TryParse(fields[i + 1], out var color))
            {
                _palette[index] = color;
                changed = true;
            }
        }

        if (changed) events.ColorsChanged();
    }

    /// <summary>OSC 10 to 19: each further field is for the next number.</summary>
    private void SetOrReportRoles(int number, string text, byte terminator)
    {
        var changed = false;
        foreach (var field in text.Split(';'))
        {
            if (number > FirstRole + (int)ColorRole.HighlightForeground) break;
            var role = (ColorRole)(number - FirstRole);
            if (field == "?")
            {
                ReportColor(number, null, _palette[role], terminator);
            }
            else if (ColorSpecification.TryParse(field, out var color))
            {
                _palette[role] = color;
                changed = true;
            }

            number++;
        }

        if (changed) events.ColorsChanged();
    }

    /// <summary>OSC 104: those with the given numbers, or all that have one.</summary>
    private void ResetColors(string text)
    {
        if (text.Length == 0)
        {
            _palette.ResetNumbered();
        }
        else
        {
            foreach (var field in text.Split(';'))
            {
                if (int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < Palette.Size) _palette.Reset(index);
            }
        }

        events.ColorsChanged();
    }

    private void ResetRole(int number)
    {
        _palette.Reset((ColorRole)(number - 100 - FirstRole));
        events.ColorsChanged();
    }

    /// <summary>OSC P n rrggbb: one of the first sixteen.</summary>
    private void SetConsoleColor(string text)
    {
        if (text.Length != 7 || !char.IsAsciiHexDigit(text[0]) || !ColorSpecification.TryParse("#" + text[1..], out var color)) return;
        _palette[int.Parse(text.AsSpan(0, 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)] = color;
        events.ColorsChanged();
    }

    private void PushColors() => _palette.Push();

    private void PopColors()
    {
        if (_palette.Pop()) events.ColorsChanged();
    }

    private void ReportColor(int number, int? index, int color, byte terminator)
    {
        if (!options.AllowColorReports) return;
        var reply = new ReplyWriter(stackalloc byte[64]);
        reply.Add("\e]"u8);
        reply.AddNumber(number);
        reply.AddByte((byte)';');
        if (index is { } known)
        {
            reply.AddNumber(known);
            reply.AddByte((byte)';');
        }

        int red = color >> 16 & 0xff, green = color >> 8 & 0xff, blue = color & 0xff;
        reply.Add(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"rgb:{red:x2}{red:x2}/{green:x2}{green:x2}/{blue:x2}{blue:x2}")));
        AddTerminator(terminator, ref reply);
        Reply(reply.Bytes);
    }

    /// <summary>An answer ends as its question did: BEL, or ST.</summary>
    private static void AddTerminator(byte terminator, ref ReplyWriter reply)
    {
        if (terminator == 0x07) reply.AddByte(terminator);
        else reply.Add("\e\\"u8);
    }
}
