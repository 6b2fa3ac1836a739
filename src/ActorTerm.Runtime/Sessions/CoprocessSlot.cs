using static ActorTerm.Runtime.Coprocesses.CoprocessesProtocol;

namespace ActorTerm.Runtime.Sessions;

/// <summary>
/// The place a session has for its coprocess, taken from the byte at which one is started until nothing passes between them any more: what it
/// may be given, and what it wants to type.
/// </summary>
internal sealed class CoprocessSlot(StartCoprocess request, IActorRef actor, Asking.AskingProtocol.Asker? starter)
{
    private Began? _began;
    private long _room;

    public IActorRef Actor { get; } = actor;

    /// <summary>Who waits to hear that it runs; null for a trigger.</summary>
    public Asking.AskingProtocol.Asker? Starter { get; } = starter;

    public StartCoprocess Request { get; } = request;

    public CoprocessOptions Options => Request.Options;

    /// <summary>Null while it is being started.</summary>
    public CoprocessInfo? Info => _began?.Info;

    /// <summary>The program's output is left unread until it is known whether the coprocess runs.</summary>
    public bool IsStarting => _began is null;

    /// <summary>How many bytes it may be given now; below 1, the program's output is left unread.</summary>
    public long Room => _began is null ? 0 : _room;

    /// <summary>What it wants to type, not yet in the write queue.</summary>
    public ReadOnlyMemory<byte> Untyped { get; set; }

    /// <summary>It has typed, and waits until it may type more.</summary>
    public bool AwaitsTurn { get; private set; }

    public void Begin(Began began)
    {
        _began = began;
        _room = began.RelayBytes;
    }

    public void Give(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return;

        _room -= bytes.Length;
        Actor.Tell(Relay.Of(bytes));
    }

    /// <summary>True when it takes more again and took none before.</summary>
    public bool Took(long bytes)
    {
        var wasFull = _room <= 0;
        _room += bytes;
        return wasFull && _room > 0;
    }

    public void Wants(ReadOnlyMemory<byte> bytes)
    {
        Untyped = Options.Newline == CoprocessNewline.Cr ? WithReturns(bytes) : bytes;
        AwaitsTurn = true;
    }

    /// <summary>Whether it may type while so many bytes wait for the program.</summary>
    public bool MayType(int waiting) => AwaitsTurn && _began is { } began && waiting < began.TypingBytes;

    public void TypeMore(IActorRef session)
    {
        AwaitsTurn = false;
        Actor.Tell(TypeOn.Instance, session);
    }

    private static ReadOnlyMemory<byte> WithReturns(ReadOnlyMemory<byte> bytes)
    {
        var returns = bytes.ToArray();
        returns.AsSpan().Replace((byte)'\n', (byte)'\r');
        return returns;
    }
}
