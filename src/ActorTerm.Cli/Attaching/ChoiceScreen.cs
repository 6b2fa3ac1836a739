using System.Text;
using ActorTerm.Client;

namespace ActorTerm.Cli.Attaching;

/// <summary>A list of sessions to choose from in the view's terminal: arrows or j and k move, Enter chooses, q leaves.</summary>
internal sealed class ChoiceScreen(IReadOnlyList<SessionInfo> sessions, string current, int rows)
{
    private int _at = Math.Max(0, sessions.Select((session, index) => (session, index)).FirstOrDefault(one => one.session.Id == current).index);

    /// <summary>What was chosen, once it was.</summary>
    public SessionInfo? Chosen { get; private set; }

    /// <returns>False when the list is done with.</returns>
    public bool Type(string keys)
    {
        switch (keys)
        {
            case "q" or "\e" or "\u0003":
                return false;
            case "\e[A" or "\eOA" or "k":
                _at = Math.Max(0, _at - 1);
                break;
            case "\e[B" or "\eOB" or "j":
                _at = Math.Min(sessions.Count - 1, _at + 1);
                break;
            case "\r" or "\n":
                Chosen = sessions.ElementAtOrDefault(_at);
                return false;
        }

        return true;
    }

    public byte[] Draw()
    {
        var screen = new StringBuilder("\e[m\e[?25l\e[H\e[2J");
        var first = Math.Max(0, _at - (rows - 2));
        foreach (var (session, row) in sessions.Skip(first).Take(rows - 1).Select((session, row) => (session, row)))
        {
            var line = $"{session.Id[..8]}  {session.Name}  {string.Join(' ', session.Command)}  {session.End?.ToString() ?? "running"}";
            screen.Append($"\e[{row + 1};1H{(first + row == _at ? "\e[7m" : "")}{line}\e[m");
        }

        screen.Append($"\e[{rows};1H\e[7mEnter chooses, q leaves\e[m");
        return Encoding.UTF8.GetBytes(screen.ToString());
    }
}
