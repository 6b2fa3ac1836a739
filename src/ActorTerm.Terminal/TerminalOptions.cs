namespace ActorTerm.Terminal;

/// <summary>
/// How large a terminal is, what it keeps, and what programs may do to it. The gates follow one rule: nothing that a program printed, or that
/// tells it about the person using it, goes back to it unless a setting says so.
/// </summary>
public sealed record TerminalOptions
{
    /// <summary>The largest width and height in cells, of which <c>winsize</c> (ioctl_tty(2)) could hold sixteen times as many: a screen stays some megabytes.</summary>
    public const int MaxCells = 4096;

    /// <summary>Width in cells, 1 to 4096; default 80.</summary>
    public int Columns { get; init; } = 80;

    /// <summary>Height in cells, 1 to 4096; default 24.</summary>
    public int Rows { get; init; } = 24;

    /// <summary>Lines of history, 0 to 10,000,000; default 10,000: an hour of builds. At the bound the oldest lines go, and the others keep their numbers.</summary>
    public int ScrollbackLines { get; init; } = 10_000;

    /// <summary>
    /// Memory for history in bytes, from 64 KiB; default 32 MiB, far above 10,000 usual lines (about 1 MiB), so that lines 4096 cells wide do not fill
    /// the host. At the bound the oldest lines go. One page of 8 KiB, or one longer line, may exceed it.
    /// </summary>
    public int ScrollbackBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Bytes of one operating system command, from 256; default 1 MiB, as iTerm2. What is longer is cut, and the rest takes effect.</summary>
    public int OscLimit { get; init; } = 1024 * 1024;

    /// <summary>UTF-8 bytes of the address of a hyperlink (OSC 8); default 8 KiB, more than servers accept. Text of a longer one is printed without link.</summary>
    public int HyperlinkLimit { get; init; } = 8 * 1024;

    /// <summary>Distinct hyperlinks kept at a time; default 4,096: a screen full of them twice. At the bound unused ones go; failing that, text is printed without link.</summary>
    public int MaxHyperlinks { get; init; } = 4_096;

    /// <summary>Bytes of a file that a program sends (OSC 1337 File); default 16 MiB. A larger one is dropped.</summary>
    public int FileLimit { get; init; } = 16 * 1024 * 1024;

    /// <summary>OSC 0, 1 and 2 set the names of icon and window. Default true.</summary>
    public bool AllowTitleChanges { get; init; } = true;

    /// <summary>CSI 20 t and CSI 21 t answer with the title. Default false: the answer is typed into the program, and the title is what any output said.</summary>
    public bool AllowTitleReports { get; init; }

    /// <summary>DECRQCRA answers with a checksum of cells. Default false: cell by cell, it reads the screen.</summary>
    public bool AllowChecksumReports { get; init; }

    /// <summary>OSC 4 and OSC 10 to 19 with ? answer with colours. Default true: they are the terminal's own, or what the program set.</summary>
    public bool AllowColorReports { get; init; } = true;

    /// <summary>OSC 52 and OSC 1337 Copy write the session's clipboard. Default false: printing a file must not change what is pasted next. Reading is never allowed.</summary>
    public bool AllowClipboardWrite { get; init; }

    /// <summary>CSI 3 J and RIS of history by the program. OSC 1337 ClearScrollback has no gate. Default true.</summary>
    public bool ClearHistoryAllowed { get; init; } = true;

    /// <summary>RIS also clears history, if <see cref="ClearHistoryAllowed"/>. Default false: a crashed program's reset must not take the evidence along.</summary>
    public bool ResetClearsHistory { get; init; }

    /// <summary>OSC 9, and OSC 1337 Notification, raise events. Default true: a headless host has no desktop that they could flood.</summary>
    public bool AllowNotifications { get; init; } = true;

    /// <summary>OSC 7 and OSC 1337 CurrentDir and RemoteHost raise events. Default true; what they say is not to be trusted.</summary>
    public bool AllowDirectoryReports { get; init; } = true;

    /// <summary>CSI 8 t and DECCOLM ask for another size, by event. Default true; whoever receives the event decides.</summary>
    public bool AllowResizeRequests { get; init; } = true;

    /// <summary>OSC 1337 File hands over files. Default false: a program that is only being looked at must not store anything.</summary>
    public bool AllowFiles { get; init; }

    /// <summary>Queries in injected data are answered. Default false: the program would read answers to what it never asked.</summary>
    public bool AnswerInjectedQueries { get; init; }

    /// <summary>
    /// The values that OSC 1337 ReportVariable may read: null for a variable that is not on the list, which is answered as if it were empty.
    /// Default: none is.
    /// </summary>
    public Func<string, string?> ReportVariable { get; init; } = static _ => null;

    /// <exception cref="ArgumentOutOfRangeException">Some value is out of its range.</exception>
    internal void Validate()
    {
        CheckSize(Columns, Rows);
        InRange(ScrollbackLines, 0, 10_000_000, nameof(ScrollbackLines));
        InRange(ScrollbackBytes, 64 * 1024, int.MaxValue, nameof(ScrollbackBytes));
        InRange(OscLimit, 256, 64 * 1024 * 1024, nameof(OscLimit));
        InRange(HyperlinkLimit, 0, 2 * 1024 * 1024, nameof(HyperlinkLimit));
        InRange(MaxHyperlinks, 0, 65_535, nameof(MaxHyperlinks));
        InRange(FileLimit, 0, 1024 * 1024 * 1024, nameof(FileLimit));
    }

    internal static void CheckSize(int columns, int rows)
    {
        InRange(columns, 1, MaxCells, nameof(columns));
        InRange(rows, 1, MaxCells, nameof(rows));
    }

    private static void InRange(int value, int low, int high, string name)
    {
        if (value < low || value > high) throw new ArgumentOutOfRangeException(name, value, $"{name} must be {low} to {high}.");
    }
}
