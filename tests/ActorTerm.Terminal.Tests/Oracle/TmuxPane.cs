namespace ActorTerm.Terminal.Tests.Oracle;

/// <summary>A tmux server of its own whose panes are written to and captured.</summary>
public sealed class TmuxPane : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("actorterm-oracle-").FullName;
    private int _sessions;

    public TmuxPane()
    {
        // A pane whose program ended stays, and its death is noticed at the end of its output: all of it has been read then.
        File.WriteAllLines(Path.Combine(_folder, "tmux.conf"),
        [
            "set -g status off",
            "set -g default-terminal tmux-256color",
            "set -s exit-empty off",
            "set -g history-limit 10000",
            "set -g remain-on-exit on",
            "set -g remain-on-exit-format ''",
            "set-hook -g pane-died 'wait-for -S done'",
        ]);
        Tmux("start-server");
    }

    /// <summary>The lines of the screen after the bytes, without trailing blanks.</summary>
    internal IReadOnlyList<string> Capture(int columns, int rows, ReadOnlySpan<byte> data)
    {
        var session = $"s{++_sessions}";
        var file = Path.Combine(_folder, session);
        File.WriteAllBytes(file, data);
        Tmux("new-session", "-d", "-s", session, "-x", $"{columns}", "-y", $"{rows}", $"stty raw -echo; exec cat '{file}'");
        Tmux("wait-for", "done");
        var text = Tmux("capture-pane", "-p", "-N", "-t", session);
        Tmux("kill-session", "-t", session);
        return [.. text.Split('\n').Take(rows).Select(line => line.TrimEnd(' '))];
    }

    public void Dispose()
    {
        Tmux("kill-server");
        Directory.Delete(_folder, recursive: true);
    }

    private string Tmux(params IEnumerable<string> arguments) => ExternalTool.Run(
        "tmux", ["-u", "-S", Path.Combine(_folder, "socket"), "-f", Path.Combine(_folder, "tmux.conf"), .. arguments],
        new Dictionary<string, string> { ["LC_ALL"] = "C.UTF-8", ["TERM"] = "xterm-256color", ["TMUX"] = "" });
}
