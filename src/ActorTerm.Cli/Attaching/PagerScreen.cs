using System.Text;

namespace ActorTerm.Cli.Attaching;

/// <summary>The scrollback of a session in the view's terminal: arrows and pages move, / searches, n and N go on, q leaves.</summary>
internal sealed class PagerScreen(IReadOnlyList<string> lines, int columns, int rows)
{
    private readonly Pager _pager = new(lines, Math.Max(1, rows - 1));
    private string? _typing;
    private string _status = "";

    /// <summary>Takes what was typed.</summary>
    /// <returns>False when the person is done looking.</returns>
    public bool Type(string keys)
    {
        _status = "";
        if (_typing is not null) return TypeSearch(keys);

        switch (keys)
        {
            case "q" or "\e" or "\u0003":
                return false;
            case "\e[A" or "\eOA" or "k":
                _pager.Scroll(-1);
                break;
            case "\e[B" or "\eOB" or "j":
                _pager.Scroll(1);
                break;
            case "\e[5~" or "\u0002" or "b":
                _pager.Scroll(-_pager.Rows);
                break;
            case "\e[6~" or "\u0006" or " ":
                _pager.Scroll(_pager.Rows);
                break;
            case "g" or "\e[H" or "\e[1~":
                _pager.ToStart();
                break;
            case "G" or "\e[F" or "\e[4~":
                _pager.ToEnd();
                break;
            case "/" or "?":
                _typing = "";
                break;
            case "n":
                Say(_pager.FindNext(backward: true));
                break;
            case "N":
                Say(_pager.FindNext(backward: false));
                break;
        }

        return true;
    }

    public byte[] Draw()
    {
        var screen = new StringBuilder("\e[m\e[?25l\e[H\e[2J");
        var row = 1;
        foreach (var (number, text) in _pager.Seen)
        {
            screen.Append($"\e[{row++};1H");
            var shown = text.Length > columns ? text[..columns] : text;
            screen.Append(number == _pager.Hit ? $"\e[7m{shown}\e[m" : shown);
        }

        var status = _typing is not null ? "/" + _typing
            : _status.Length > 0 ? _status
            : $"line {_pager.Top + 1} of {lines.Count}; arrows and pages move, / searches, n N go on, q leaves";
        screen.Append($"\e[{rows};1H\e[7m{(status.Length > columns ? status[..columns] : status.PadRight(columns))}\e[m");
        return Encoding.UTF8.GetBytes(screen.ToString());
    }

    private bool TypeSearch(string keys)
    {
        switch (keys)
        {
            case "\r" or "\n":
                Say(_pager.Find(_typing!));
                _typing = null;
                break;
            case "\e" or "\u0003":
                _typing = null;
                break;
            case "\u007f" or "\b":
                _typing = _typing!.Length > 0 ? _typing[..^1] : null;
                break;
            case var text when !text.Any(char.IsControl):
                _typing += text;
                break;
        }

        return true;
    }

    private void Say(bool found) => _status = found ? "" : "not found";
}
