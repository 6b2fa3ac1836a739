using System.Text;
using ActorTerm.Protocol;

namespace ActorTerm.Client;

/// <summary>One line of cells.</summary>
public sealed class ScreenLine
{
    private readonly string[] _cells;
    private readonly CellStyle[] _styles;

    internal ScreenLine(LineContents line)
    {
        Text = line.Text;
        IsWrapped = line.Continuation == LineContents.Types.Continuation.SoftEol;
        _cells = [.. Cells(line)];
        _styles = [.. line.Style.SelectMany(style => Enumerable.Repeat(CellStyle.Of(style), Run(style.HasRepeats, (int)style.Repeats)))];
    }

    /// <summary>Without trailing cells that nobody wrote.</summary>
    public string Text { get; }

    /// <summary>It goes on in the next line, which a wrap cut off.</summary>
    public bool IsWrapped { get; }

    /// <summary>Columns up to the last one that somebody wrote.</summary>
    public int Width => _cells.Length;

    /// <param name="column">From 0.</param>
    /// <returns>What one cell shows; empty for one that nobody wrote and for the right half of a wide character.</returns>
    public string TextAt(int column) => column < _cells.Length ? _cells[column] : "";

    /// <param name="column">From 0.</param>
    /// <returns>The default style for cells nobody wrote, and for all if styles were not asked for.</returns>
    public CellStyle StyleAt(int column) => column < _styles.Length ? _styles[column] : CellStyle.Default;

    public override string ToString() => Text;

    private static IEnumerable<string> Cells(LineContents line)
    {
        var runes = line.Text.EnumerateRunes();
        foreach (var run in line.CodePointsPerCell)
        {
            for (var i = 0; i < Run(run.HasRepeats, run.Repeats); i++)
            {
                var cell = new StringBuilder();
                for (var n = 0; n < run.NumCodePoints && runes.MoveNext(); n++) cell.Append(runes.Current.ToString());
                yield return cell.ToString();
            }
        }
        while (runes.MoveNext()) yield return runes.Current.ToString();
    }

    /// <summary>A run that does not say how long it is has one cell.</summary>
    private static int Run(bool given, int repeats) => given ? repeats : 1;
}
