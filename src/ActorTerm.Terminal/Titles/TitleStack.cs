namespace ActorTerm.Terminal.Titles;

/// <summary>The names of icon and window, and what XTPUSHTITLE (CSI 22 t) put aside.</summary>
public sealed class TitleStack
{
    /// <summary>Entries kept, as xterm; the oldest goes when one more is pushed.</summary>
    public const int Depth = 10;

    private List<(string? Icon, string? Title)>? _pushed;      // null until a program pushes

    /// <summary>Empty until the program sets it: OSC 0 and 1.</summary>
    public string IconName { get; internal set; } = "";

    /// <summary>Empty until the program sets it: OSC 0 and 2.</summary>
    public string Title { get; internal set; } = "";

    /// <summary>How many entries are put aside.</summary>
    public int Count => _pushed?.Count ?? 0;

    /// <param name="which">0 both, 1 the icon's name, 2 the window's.</param>
    internal void Push(int which)
    {
        if (which > 2) return;
        _pushed ??= [];
        if (_pushed.Count == Depth) _pushed.RemoveAt(0);
        _pushed.Add((which == 2 ? null : IconName, which == 1 ? null : Title));
    }

    /// <summary>Brings back the newest entry, or the part of it that is asked for. Returns what changed.</summary>
    internal (string? Icon, string? Title) Pop(int which)
    {
        if (which > 2 || _pushed is not { Count: > 0 }) return default;
        var (icon, title) = _pushed[^1];
        _pushed.RemoveAt(_pushed.Count - 1);
        if (which == 2) icon = null;
        if (which == 1) title = null;
        if (icon is not null) IconName = icon;
        if (title is not null) Title = title;
        return (icon, title);
    }

    internal void Reset()
    {
        _pushed = null;
        IconName = "";
        Title = "";
    }
}
