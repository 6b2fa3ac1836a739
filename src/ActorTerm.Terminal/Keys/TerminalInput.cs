namespace ActorTerm.Terminal.Keys;

/// <summary>What came from the terminal of an attached viewer. All of them in order, each one's <see cref="Raw"/>, are the bytes that came.</summary>
/// <param name="Raw">The bytes it was read from.</param>
public abstract record TerminalInput(ReadOnlyMemory<byte> Raw)
{
    public sealed record KeyPressed(KeyEvent Key, ReadOnlyMemory<byte> Raw) : TerminalInput(Raw);

    public sealed record MouseMoved(MouseReport Report, ReadOnlyMemory<byte> Raw) : TerminalInput(Raw);

    public sealed record FocusChanged(bool HasFocus, ReadOnlyMemory<byte> Raw) : TerminalInput(Raw);

    /// <summary>CSI 200 ~. Until <see cref="PasteEnded"/> only <see cref="Pasted"/> follows.</summary>
    public sealed record PasteBegan(ReadOnlyMemory<byte> Raw) : TerminalInput(Raw);

    /// <summary>Some of the pasted bytes, without the brackets; a character may be cut between two.</summary>
    public sealed record Pasted(ReadOnlyMemory<byte> Raw) : TerminalInput(Raw);

    public sealed record PasteEnded(ReadOnlyMemory<byte> Raw) : TerminalInput(Raw);

    /// <summary>The terminal's answer to a query, or a report about itself; never meant for the program. A long one comes in pieces.</summary>
    public sealed record Replied(ReadOnlyMemory<byte> Raw) : TerminalInput(Raw);

    /// <summary>Nothing this host knows: to be passed to the program as it is.</summary>
    public sealed record Verbatim(ReadOnlyMemory<byte> Raw) : TerminalInput(Raw);
}
