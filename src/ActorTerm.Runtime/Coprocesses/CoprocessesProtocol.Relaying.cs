using System.Buffers;
using ActorTerm.Runtime.Identities;

namespace ActorTerm.Runtime.Coprocesses;

// Between a session and the actor of its coprocess.
public static partial class CoprocessesProtocol
{
    /// <summary>Makes the actor of a coprocess; given by Root. Its parent is the session.</summary>
    public delegate Props CoprocessMaker(CoprocessBirth birth);

    /// <param name="Environment">Whole, but for PWD.</param>
    /// <param name="ReportedDirectory">What the shell told last; it may be another machine's. Null when it tells nothing.</param>
    /// <param name="JobDirectory">Of the job in the foreground; looking it up can take a moment.</param>
    /// <param name="OtherDirectories">It runs in the first of all these that exists.</param>
    public sealed record CoprocessBirth(
        SessionId Session,
        StartCoprocess Request,
        IReadOnlyDictionary<string, string> Environment,
        string? ReportedDirectory,
        Task<string?> JobDirectory,
        IReadOnlyList<string?> OtherDirectories);

    /// <summary>To the session: it runs. What the program prints from now on is for it.</summary>
    /// <param name="RelayBytes">Bytes it takes beyond those it has read.</param>
    /// <param name="TypingBytes">It may type while fewer bytes than these wait for the session's program.</param>
    internal sealed record Began(CoprocessInfo Info, long RelayBytes, int TypingBytes);

    /// <summary>To the session: it could not be started.</summary>
    internal sealed record NotBegun(string Text);

    /// <summary>To the coprocess: what the program printed.</summary>
    /// <param name="Rented">From the shared pool; the receiver returns it.</param>
    internal sealed record Relay(byte[] Rented, int Length)
    {
        public ReadOnlyMemory<byte> Bytes => Rented.AsMemory(0, Length);

        public static Relay Of(ReadOnlySpan<byte> bytes)
        {
            var rented = ArrayPool<byte>.Shared.Rent(bytes.Length);
            bytes.CopyTo(rented);
            return new Relay(rented, bytes.Length);
        }
    }

    /// <summary>To the session: so many more bytes of what was relayed are read or dropped.</summary>
    internal sealed record Relayed(long Bytes);

    /// <summary>To the session: what the coprocess printed. It prints no more before <see cref="TypeOn"/>.</summary>
    internal sealed record Typed(ReadOnlyMemory<byte> Bytes);

    /// <summary>To the coprocess: what it printed is on its way to the program.</summary>
    internal sealed record TypeOn
    {
        public static TypeOn Instance { get; } = new();
    }

    /// <summary>To the coprocess: end it now.</summary>
    internal sealed record EndNow(EndReason Reason);

    /// <summary>
    /// To the coprocess: the program is gone, but not all that it printed is read. If the coprocess does not read either, that is its end, and soon.
    /// </summary>
    internal sealed record ProgramGone
    {
        public static ProgramGone Instance { get; } = new();
    }

    /// <summary>To the coprocess: the program has ended. What was relayed is still delivered, then its input ends; what it prints is dropped.</summary>
    internal sealed record EndInput
    {
        public static EndInput Instance { get; } = new();
    }

    /// <summary>To the session: nothing passes between them any more; the session may have another coprocess.</summary>
    internal sealed record LetGo;
}
