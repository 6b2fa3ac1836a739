namespace ActorTerm.Terminal.Parsing;

/// <summary>What a <see cref="VtParser{THandler}"/> says. It gives bytes no meaning; the handler does.</summary>
public interface IVtHandler
{
    /// <summary>A run of 0x20 to 0x7e, never empty.</summary>
    void Print(ReadOnlySpan<byte> ascii);

    /// <summary>
    /// Text that starts with a byte of 0x80 or more and goes on to the end of what was fed. The handler takes characters, ASCII too, up to the first
    /// control character or the first character that is not complete, and says how many bytes those were; U+FFFD stands for each maximal
    /// ill-formed part (Unicode 15.0, 3.9, U+FFFD Substitution of Maximal Subparts).
    /// </summary>
    /// <returns>0 only when <paramref name="text"/> is nothing but the start of one character.</returns>
    int PrintUtf8(ReadOnlySpan<byte> text);

    /// <summary>A C0 control character, ESC apart; CAN and SUB also when they cancelled a sequence.</summary>
    void Execute(byte control);

    /// <param name="intermediates">As <see cref="CsiSequence.Intermediates"/>.</param>
    /// <param name="final">0x30 to 0x7e.</param>
    void EscDispatch(int intermediates, byte final);

    void CsiDispatch(in CsiSequence csi);

    /// <summary>An operating system command, without control characters, cut at the parser's limit.</summary>
    /// <param name="terminator">BEL, or ESC for ST and whatever else began with ESC.</param>
    void OscDispatch(ReadOnlySpan<byte> data, byte terminator);

    /// <summary>The head of a device control string; <see cref="DcsPut"/> brings its data in runs and <see cref="DcsUnhook"/> ends it.</summary>
    void DcsHook(in CsiSequence dcs);

    void DcsPut(ReadOnlySpan<byte> data);

    /// <param name="cancelled">CAN or SUB cut the string off: it must have no effect.</param>
    void DcsUnhook(bool cancelled);

    /// <summary>Looked at after every call: when true, the parser goes no further.</summary>
    bool StopRequested { get; }
}
