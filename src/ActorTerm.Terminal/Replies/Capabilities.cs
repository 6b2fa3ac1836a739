using System.Text;

namespace ActorTerm.Terminal.Replies;

/// <summary>What XTGETTCAP may be asked for: names of terminfo(5) and termcap(5), and the values they have here. There is nothing else to be read.</summary>
internal static class Capabilities
{
    /// <summary>Longest name below in hexadecimal.</summary>
    private const int MaxHex = 16;

    /// <param name="hex">The name in hexadecimal, as the program asked.</param>
    /// <param name="name">The name as it stands here.</param>
    public static bool TryFind(ReadOnlySpan<byte> hex, out string name, out string value)
    {
        name = "";
        value = "";
        if (hex.Length is 0 or > MaxHex || hex.Length % 2 != 0) return false;
        Span<byte> asked = stackalloc byte[MaxHex / 2];
        if (Convert.FromHexString(Encoding.ASCII.GetString(hex), asked, out _, out var length) != System.Buffers.OperationStatus.Done) return false;
        asked = asked[..length];

        foreach (var (known, itsValue) in Table)
        {
            if (!Ascii.Equals(asked, known)) continue;
            (name, value) = (known, itsValue);
            return true;
        }

        return false;
    }

    // As xterm-256color has them (infocmp -x); keys in application mode, as terminfo expects.
    private static readonly (string Name, string Value)[] Table =
    [
        ("TN", "xterm-256color"), ("name", "xterm-256color"),
        ("Co", "256"), ("colors", "256"), ("RGB", "8/8/8"), ("Tc", ""),
        ("Su", ""), ("Smulx", "\e[4:%p1%dm"), ("Setulc", "\e[58:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%dm"),
        ("Ms", "\e]52;%p1%s;%p2%s\a"), ("Ss", "\e[%p1%d q"), ("Se", "\e[2 q"), ("Sync", "\e[?2026%?%p1%{1}%-%tl%eh%;"),
        ("ku", "\eOA"), ("kcuu1", "\eOA"), ("kd", "\eOB"), ("kcud1", "\eOB"), ("kr", "\eOC"), ("kcuf1", "\eOC"), ("kl", "\eOD"), ("kcub1", "\eOD"),
        ("kh", "\eOH"), ("khome", "\eOH"), ("@7", "\eOF"), ("kend", "\eOF"), ("kI", "\e[2~"), ("kich1", "\e[2~"), ("kD", "\e[3~"), ("kdch1", "\e[3~"),
        ("kP", "\e[5~"), ("kpp", "\e[5~"), ("kN", "\e[6~"), ("knp", "\e[6~"), ("kb", "\x7f"), ("kbs", "\x7f"),
        ("k1", "\eOP"), ("kf1", "\eOP"), ("k2", "\eOQ"), ("kf2", "\eOQ"), ("k3", "\eOR"), ("kf3", "\eOR"), ("k4", "\eOS"), ("kf4", "\eOS"),
        ("k5", "\e[15~"), ("kf5", "\e[15~"), ("k6", "\e[17~"), ("kf6", "\e[17~"), ("k7", "\e[18~"), ("kf7", "\e[18~"), ("k8", "\e[19~"), ("kf8", "\e[19~"),
        ("k9", "\e[20~"), ("kf9", "\e[20~"), ("k;", "\e[21~"), ("kf10", "\e[21~"), ("F1", "\e[23~"), ("kf11", "\e[23~"), ("F2", "\e[24~"), ("kf12", "\e[24~"),
    ];
}
