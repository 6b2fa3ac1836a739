using System.Runtime.InteropServices;

namespace ActorTerm.Cli.Attaching;

/// <summary>
/// This process's own terminal in raw mode (cfmakeraw, termios(3)), with its screen given over to a view; put back as it was by
/// <see cref="Dispose"/>, also when the process is told to end.
/// </summary>
internal sealed partial class RawTerminal : IDisposable
{
    private const int Input = 0;
    private const int Output = 1;
    private const int Flush = 2;                       // TCSAFLUSH
    private const int TermiosBytes = 60;               // glibc, x64 and arm64
    private const nuint GetWindowSize = 0x5413;        // TIOCGWINSZ, ioctl_tty(2)
    private readonly byte[] _before;
    private readonly List<PosixSignalRegistration> _signals = [];
    private int _restored;

    private readonly byte[] _leave;

    private RawTerminal(byte[] before, ReadOnlySpan<byte> leave) => (_before, _leave) = (before, leave.ToArray());

    /// <summary>The terminal has a new size.</summary>
    public event Action? Resized;

    /// <exception cref="UsageException">Standard input or output is no terminal.</exception>
    public static RawTerminal Enter() => Enter(ViewSequences.Enter, ViewSequences.Leave);

    /// <summary>Raw, with keys as an attached viewer has them; the screen stays as it is.</summary>
    /// <exception cref="UsageException">Standard input or output is no terminal.</exception>
    public static RawTerminal EnterForKeys() => Enter(ViewSequences.ViewKeys, ViewSequences.PreviousKeys);

    private static RawTerminal Enter(ReadOnlySpan<byte> enter, ReadOnlySpan<byte> leave)
    {
        var before = new byte[TermiosBytes];
        if (tcgetattr(Input, before) != 0 || isatty(Output) == 0) throw new UsageException("this needs a terminal on standard input and output");

        var raw = (byte[])before.Clone();
        cfmakeraw(raw);
        tcsetattr(Input, Flush, raw);
        var terminal = new RawTerminal(before, leave);
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGINT, PosixSignal.SIGQUIT])
            terminal._signals.Add(PosixSignalRegistration.Create(signal, _ => terminal.Restore()));
        terminal._signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => terminal.Resized?.Invoke()));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => terminal.Restore();
        Write(enter);
        return terminal;
    }

    /// <summary>Columns and rows; 80 x 24 where the terminal does not know.</summary>
    public static (int Columns, int Rows) Size()
    {
        var size = new ushort[4];
        return ioctl(Output, GetWindowSize, size) == 0 && size[0] > 0 && size[1] > 0 ? (size[1], size[0]) : (80, 24);
    }

    /// <summary>Waits for input. Nothing comes after the end of the input.</summary>
    /// <returns>Bytes read; 0 at the end.</returns>
    public static int Read(byte[] buffer)
    {
        var count = (int)read(Input, buffer, (nuint)buffer.Length);
        return Math.Max(count, 0);
    }

    public static void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var written = (int)write(Output, bytes.ToArray(), (nuint)bytes.Length);
            if (written <= 0) return;                  // the terminal is gone; the reader of its input finds out
            bytes = bytes[written..];
        }
    }

    public void Dispose()
    {
        Restore();
        foreach (var signal in _signals) signal.Dispose();
    }

    private void Restore()
    {
        if (Interlocked.Exchange(ref _restored, 1) != 0) return;

        Write(_leave);
        tcsetattr(Input, Flush, _before);
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int tcgetattr(int descriptor, [Out] byte[] termios);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int tcsetattr(int descriptor, int actions, byte[] termios);

    [LibraryImport("libc")]
    private static partial void cfmakeraw([In, Out] byte[] termios);

    [LibraryImport("libc")]
    private static partial int isatty(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int ioctl(int descriptor, nuint request, [Out] ushort[] size);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint read(int descriptor, [Out] byte[] buffer, nuint count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(int descriptor, byte[] buffer, nuint count);
}
