using System.Buffers;
using System.Text;
using ActorTerm.Terminal.Lines;

namespace ActorTerm.Terminal.Views;

/// <summary>A line as text with SGR sequences, so that printing it looks as the line does.</summary>
public static class StyledText
{
    /// <summary>Begins and ends in the default style; erased cells at the end are left out when nothing of them can be seen.</summary>
    public static string Of(LineView line)
    {
        var bytes = new ArrayBufferWriter<byte>(line.Columns + 16);
        var to = new AnsiWriter(bytes);
        var style = new StyleWriter();
        var blanks = 0;
        foreach (var cell in line.Cells)
        {
            if (cell.IsEmpty && StyleWriter.IsBlank(cell.Style))
            {
                blanks += cell.Width;
                continue;
            }

            if (blanks > 0) style.Reset(ref to);
            to.Spaces(blanks);
            blanks = 0;
            style.Change(ref to, cell.Style);
            if (cell.IsEmpty) to.Spaces(cell.Width);
            foreach (var codePoint in cell.CodePoints) to.Character(codePoint);
        }

        style.Reset(ref to);
        to.Flush();
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
