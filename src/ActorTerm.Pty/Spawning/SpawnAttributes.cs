using System.Runtime.InteropServices;
using ActorTerm.Pty.Native;

namespace ActorTerm.Pty.Spawning;

/// <summary>
/// How every child begins: leader of a new session, every signal at its default and none blocked. .NET ignores SIGPIPE, and ignored signals
/// survive execve(2); a program that inherited that would not end when its reader goes away.
/// </summary>
internal static unsafe class SpawnAttributes
{
    private const int Size = 512;                 // posix_spawnattr_t has 336 bytes in glibc
    private const int SignalSetSize = 128;

    /// <summary>Made once, never changed, never freed.</summary>
    public static void* OfEveryChild { get; } = Make();

    private static void* Make()
    {
        void* attributes = NativeMemory.AllocZeroed(Size);
        byte* signals = stackalloc byte[SignalSetSize];
        Require(Libc.SpawnAttributesInit(attributes));
        Require(Libc.SpawnAttributesSetFlags(attributes, SpawnFlags.NewSession | SpawnFlags.SetDefaultSignals | SpawnFlags.SetSignalMask));

        // Every bit: sigfillset leaves out two signals that glibc keeps for itself, and posix_spawn passes those on ignored.
        new Span<byte>(signals, SignalSetSize).Fill(0xFF);
        Require(Libc.SpawnAttributesSetDefaultSignals(attributes, signals));
        new Span<byte>(signals, SignalSetSize).Clear();
        Require(Libc.SpawnAttributesSetSignalMask(attributes, signals));
        return attributes;
    }

    private static void Require(int error)
    {
        if (error != 0) throw new InvalidOperationException($"posix_spawn attributes: {Errno.NameOf(error)}");
    }
}
