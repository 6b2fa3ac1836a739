namespace ActorTerm.Cli.Attaching;

/// <summary>Lines that are looked through a window: where it stands, how keys move it, what is found. Plain data; drawn by <see cref="PagerScreen"/>.</summary>
internal sealed class Pager(IReadOnlyList<string> lines, int rows)
{
    private string _search = "";

    /// <summary>The first line seen.</summary>
    public int Top { get; private set; } = Math.Max(0, lines.Count - rows);

    public int Rows { get; private set; } = rows;

    public int Last => Math.Max(0, lines.Count - Rows);

    /// <summary>The line that the search stands on; null when there is none.</summary>
    public int? Hit { get; private set; }

    public IEnumerable<(int Number, string Text)> Seen => lines.Skip(Top).Take(Rows).Select((text, at) => (Top + at, text));

    public void Resize(int rows)
    {
        Rows = Math.Max(1, rows);
        Scroll(0);
    }

    public void Scroll(int by) => Top = Math.Clamp(Top + by, 0, Last);

    public void ToStart() => Top = 0;

    public void ToEnd() => Top = Last;

    /// <summary>Looks for a text, towards the past first; small letters find capitals too.</summary>
    /// <returns>False when it is nowhere.</returns>
    public bool Find(string text)
    {
        _search = text;
        Hit = null;
        return FindNext(backward: true);
    }

    /// <returns>False when there is no other.</returns>
    public bool FindNext(bool backward)
    {
        if (_search.Length == 0) return false;

        var comparison = _search.Any(char.IsUpper) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        var step = backward ? -1 : 1;
        for (var line = Hit is { } hit ? hit + step : backward ? Math.Min(lines.Count, Top + Rows) - 1 : Top; line >= 0 && line < lines.Count; line += step)
        {
            if (!lines[line].Contains(_search, comparison)) continue;

            Hit = line;
            if (line < Top || line >= Top + Rows) Top = Math.Clamp(line - Rows / 2, 0, Last);
            return true;
        }

        return false;
    }
}
