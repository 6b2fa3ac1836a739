namespace ActorTerm.Pty;

/// <summary>How a read came out.</summary>
public enum PtyReadKind
{
    /// <summary>Nothing to read now; arm and wait.</summary>
    WouldBlock,

    /// <summary>Bytes were read.</summary>
    Data,

    /// <summary>Everything was read and nothing will follow: the program has ended and nobody holds the terminal.</summary>
    End,
}

/// <summary>The result of <see cref="IPtyConnection.Read"/>.</summary>
/// <param name="Kind">How the read came out.</param>
/// <param name="Count">Bytes read: at least 1 for <see cref="PtyReadKind.Data"/>, otherwise 0.</param>
public readonly record struct PtyReadResult(PtyReadKind Kind, int Count)
{
    public static PtyReadResult WouldBlock => default;

    public static PtyReadResult End => new(PtyReadKind.End, 0);

    public static PtyReadResult Data(int count) => new(PtyReadKind.Data, count);
}
