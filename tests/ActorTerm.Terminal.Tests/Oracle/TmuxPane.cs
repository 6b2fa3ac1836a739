using System.Text;
using System.Text.RegularExpressions;

namespace ActorTerm.Terminal.Tests.Oracle;

/// <summary>A tmux server of its own whose panes are written to and captured.</summary>
public sealed partial class TmuxPane : IDisposable
{
    private const string DecSpecialGraphics = "◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·";

    private readonly string _folder = Directory.CreateTempSubdirectory("actorterm-oracle-").FullName;
    private int _sessions;

    public TmuxPane()
    {
        File.WriteAllText(PathOf("tmux.conf"), "set -g status off\nset -g default-terminal tmux-256color\nset -s exit-empty off\n");
        // The answer to the last question, DSR 5, comes when everything before it has been read.
        File.WriteAllText(PathOf("play.sh"), """
            stty raw -echo
            cat "$1"
            printf '\033[5n'
            while IFS= read -r -s -d n answer && [[ $answer != *$'\e[0' ]]; do :; done
            tmux wait-for -S "$1"
            exec cat >/dev/null
            """);
        Tmux("start-server");
    }

    /// <summary>The lines of the screen after the bytes, without trailing blanks.</summary>
    internal IReadOnlyList<string> Capture(int columns, int rows, ReadOnlySpan<byte> data)
    {
        var file = PathOf($"stream{++_sessions}");
        File.WriteAllBytes(file, data);
        var session = $"s{_sessions}";
        Tmux("new-session", "-d", "-s", session, "-x", $"{columns}", "-y", $"{rows}", $"bash '{PathOf("play.sh")}' '{file}'");
        Tmux("wait-for", file);
        var text = Tmux("capture-pane", "-p", "-e", "-t", session);
        Tmux("kill-session", "-t", session);
        return [.. text.Split('\n').Take(rows).Select(line => Plain(line).TrimEnd(' '))];
    }

    /// <summary>Without attributes, and with line drawing as the characters it draws: tmux has the letters of DEC's set between SO and SI.</summary>
    private static string Plain(string line)
    {
        var text = new StringBuilder();
        var isDrawing = false;
        foreach (var character in Attributes().Replace(line, ""))
        {
            if (character is '\x0e' or '\x0f') isDrawing = character == '\x0e';
            else text.Append(isDrawing && character is >= '`' and <= '~' ? DecSpecialGraphics[character - '`'] : character);
        }

        return text.ToString();
    }

    [GeneratedRegex(@"\e\[[0-9;:]*m|\e\]8;.*?\e\\")]
    private static partial Regex Attributes();

    public void Dispose()
    {
        Tmux("kill-server");
        Directory.Delete(_folder, recursive: true);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    private string Tmux(params IEnumerable<string> arguments) => ExternalTool.Run(
        "tmux", ["-u", "-S", PathOf("socket"), "-f", PathOf("tmux.conf"), .. arguments],
        new Dictionary<string, string> { ["LC_ALL"] = "C.UTF-8", ["TERM"] = "xterm-256color", ["TMUX"] = "" });
}
