namespace ActorTerm.Client;

/// <summary>A command as it is typed at a shell's prompt. The words mean the same to sh, bash, zsh, ksh and fish.</summary>
internal static class ShellLine
{
    /// <summary>Kills what somebody left half typed: the line editors' and the terminal's own line kill, C-u.</summary>
    private const string KillLine = "\u0015";

    private const string Plain = "%+,-./:=@_";

    /// <summary>The shells whose prompt is known to take these lines; by the name of their program.</summary>
    private static readonly HashSet<string> Shells = ["sh", "ash", "bash", "dash", "fish", "ksh", "ksh93", "mksh", "yash", "zsh"];

    public static bool IsShell(string program) => Shells.Contains(program);

    /// <summary>For a shell that marks its commands itself.</summary>
    public static string Bare(string command, string program) => Typed(command.Contains('\n') ? Eval(command, program) : command);

    /// <summary>For any other: the marks of OSC 133 around the command, as such a shell would print them.</summary>
    /// <param name="program">The shell's name: fish calls the last exit status otherwise.</param>
    public static string Marked(string command, string program) => Typed(
        $@"printf '\033]133;A\a\033]133;B\a\033]133;C\a';{Eval(command, program)};printf '\033]133;D;%s\a' {(program == "fish" ? "$status" : "$?")}");

    /// <summary>One word is a line already; of several, those that a shell would take apart are quoted.</summary>
    /// <exception cref="ArgumentException">There is none, or a control character that a line editor would take for a key.</exception>
    public static string Join(IReadOnlyList<string> words)
    {
        if (words.Count == 0 || words.All(string.IsNullOrWhiteSpace)) throw new ArgumentException("there is no command");
        if (words.Any(word => word.Any(c => char.IsControl(c) && c != '\n'))) throw new ArgumentException("a control character cannot be typed at a prompt");

        return words is [var line] ? line : string.Join(' ', words.Select(word => IsPlain(word) ? word : Quote(word)));
    }

    /// <summary>A space in front keeps it out of the history of shells that are set so (HISTCONTROL=ignorespace).</summary>
    private static string Typed(string line) => $"{KillLine} {line.Replace('\n', '\r')}\r";

    /// <summary>As one command, whatever it holds. `command` keeps a syntax error from taking the rest of the line with it (POSIX XCU 2.8.1); zsh and fish have another `command`, and need none.</summary>
    private static string Eval(string command, string program) => $"{(program is "zsh" or "fish" ? "" : "command ")}eval {Quote(command)}";

    private static bool IsPlain(string word) => word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || Plain.Contains(c));

    /// <summary>Single quotes keep everything but themselves (POSIX XCU 2.2.2), and the backslash in fish.</summary>
    private static string Quote(string text) => $"'{text.Replace("'", "'\\''")}'";
}
