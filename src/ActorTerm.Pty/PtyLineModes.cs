namespace ActorTerm.Pty;

/// <summary>The parts of a terminal's line discipline that change what typed bytes mean (termios(3)).</summary>
[Flags]
public enum PtyLineModes
{
    None = 0,

    /// <summary>ICANON: input is gathered into lines of at most <see cref="IPtyConnection.CanonicalLineLimit"/> bytes.</summary>
    Canonical = 1,

    /// <summary>ECHO: input is written back to the screen.</summary>
    Echo = 2,

    /// <summary>ISIG: the interrupt, quit and suspend characters make signals.</summary>
    Signals = 4,
}
