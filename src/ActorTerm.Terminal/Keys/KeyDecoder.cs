using System.Buffers;
using System.Text;

namespace ActorTerm.Terminal.Keys;

/// <summary>
/// Bytes from a viewer's terminal to keys, pastes, mouse, focus and replies. Can stop at any byte. It has no clock: a lone ESC may be the
/// Escape key or the start of a sequence, and the caller, who sees that nothing follows, says so with <see cref="Flush"/>.
/// </summary>
/// <remarks>
/// Only the two-byte beginnings that a person can type (ESC, ESC [, ESC O ...) are given up by a flush. Anything longer came from the
/// terminal, and waits for its end until <see cref="GiveUp"/>, which a caller says much later, since lines are slow.
/// </remarks>
public sealed class KeyDecoder
{
    /// <summary>Bytes of a control sequence before it counts as noise; the longest real one is under 50.</summary>
    public const int MaximumControlSequence = 256;

    /// <summary>Bytes of a string (OSC, DCS, APC) given out as one <see cref="TerminalInput.Replied"/>; a longer one comes in pieces.</summary>
    public const int MaximumReply = 64 * 1024;

    private static ReadOnlySpan<byte> PasteEnd => "\e[201~"u8;

    private readonly ArrayBufferWriter<byte> _raw = new(64);
    private State _state;
    private bool _alt;                     // an ESC of its own stands before the one that begins the sequence: ESC ESC [ A
    private int _needed;                   // bytes still missing of a UTF-8 character or an X10 mouse report

    private enum State
    {
        Ground,
        Escape,
        Utf8,
        ControlSequence,
        LinuxFunctionKey,
        SingleShift,
        X10Mouse,
        String,
        StringEscape,
        Paste,
    }

    /// <summary>
    /// Whether <see cref="Flush"/> would give something out: the caller starts its timer (50 ms suits people and lines alike) when this is
    /// true after <see cref="Feed"/>.
    /// </summary>
    public bool NeedsFlush => _state switch
    {
        State.Escape => true,
        State.ControlSequence or State.SingleShift or State.String => _raw.WrittenCount == (_alt ? 3 : 2),
        _ => false,
    };

    /// <summary>Whether something has begun that has not ended, a paste apart, which may take its time: <see cref="GiveUp"/> would give it out.</summary>
    public bool IsWaiting => _state is not (State.Ground or State.Paste);

    /// <summary>Takes all of <paramref name="bytes"/> and adds what they complete to <paramref name="inputs"/>.</summary>
    public void Feed(ReadOnlySpan<byte> bytes, ICollection<TerminalInput> inputs)
    {
        while (!bytes.IsEmpty)
        {
            if (_state == State.Paste)
            {
                bytes = bytes[TakePasted(bytes, inputs)..];
                continue;
            }

            if (Step(bytes[0], inputs)) bytes = bytes[1..];
        }
    }

    /// <summary>Nothing more came for a while: a pending ESC is the Escape key, and ESC with one character that key with Alt.</summary>
    public void Flush(ICollection<TerminalInput> inputs)
    {
        if (!NeedsFlush) return;
        if (_state == State.Escape) Press(KeyEvent.Of(NamedKey.Escape, _alt ? KeyModifiers.Alt : KeyModifiers.None), inputs);
        else PressAfter(escape: true, KeyEvent.Of((char)_raw.WrittenSpan[^1]), inputs);
    }

    /// <summary>
    /// Nothing more came for so long that nothing will: as <see cref="Flush"/>, and the beginning of any other sequence is passed on as it is.
    /// The beginning of a reply is a reply, so that it is not typed into the program.
    /// </summary>
    public void GiveUp(ICollection<TerminalInput> inputs)
    {
        if (NeedsFlush)
        {
            Flush(inputs);
            return;
        }

        if (!IsWaiting) return;
        if (_state == State.StringEscape) Keep(0x1b);
        if (_state is State.String or State.StringEscape) Complete(raw => new TerminalInput.Replied(raw), inputs);
        else PassOn(inputs);
    }

    /// <summary>False when the byte is to be looked at again, in the state that was changed to.</summary>
    private bool Step(byte value, ICollection<TerminalInput> inputs) => _state switch
    {
        State.Ground or State.Escape => Begin(value, inputs),
        State.Utf8 => ContinueCharacter(value, inputs),
        State.ControlSequence => ContinueControlSequence(value, inputs),
        State.LinuxFunctionKey => EndLinuxFunctionKey(value, inputs),
        State.SingleShift => ContinueSingleShift(value, inputs),
        State.X10Mouse => ContinueX10Mouse(value, inputs),
        _ => ContinueString(value, inputs),
    };

    private bool Begin(byte value, ICollection<TerminalInput> inputs)
    {
        if (value == 0x1b && _state == State.Escape && _alt)
        {
            // ESC ESC ESC: the first two are a key, the third may begin anything.
            Press(KeyEvent.Of(NamedKey.Escape, KeyModifiers.Alt), inputs);
            return false;
        }

        var afterEscape = _state == State.Escape;
        Keep(value);
        switch (value)
        {
            case 0x1b:
                _alt = afterEscape;
                _state = State.Escape;
                break;
            case (byte)'[' when afterEscape:
                _state = State.ControlSequence;
                break;
            case (byte)'O' when afterEscape:
                _state = State.SingleShift;
                break;
            case (byte)'P' or (byte)']' or (byte)'_' when afterEscape:
                _state = State.String;
                break;
            case < 0x20 or 0x7f:
                PressAfter(afterEscape, ControlCharacter.Decode(value), inputs);
                break;
            case < 0x7f:
                PressAfter(afterEscape, KeyEvent.Of((char)value), inputs);
                break;
            case >= 0xc2 and <= 0xf4:
                _needed = value < 0xe0 ? 1 : value < 0xf0 ? 2 : 3;
                _state = State.Utf8;
                break;
            default:
                PassOn(inputs);                            // no UTF-8 character begins so
                break;
        }

        return true;
    }

    private bool ContinueCharacter(byte value, ICollection<TerminalInput> inputs)
    {
        if (value is < 0x80 or > 0xbf)
        {
            PassOn(inputs);
            return false;
        }

        Keep(value);
        if (--_needed > 0) return true;
        var character = _raw.WrittenSpan.TrimStart((byte)0x1b);
        if (Rune.DecodeFromUtf8(character, out var rune, out _) == OperationStatus.Done)
            PressAfter(escape: character.Length < _raw.WrittenCount, KeyEvent.Of(rune), inputs);
        else
            PassOn(inputs);                                // overlong, or a surrogate
        return true;
    }

    private bool ContinueControlSequence(byte value, ICollection<TerminalInput> inputs)
    {
        if (value is < 0x20 or > 0x7e || _raw.WrittenCount >= MaximumControlSequence)
        {
            PassOn(inputs);
            return false;
        }

        var first = _raw.WrittenCount == Introduced;
        Keep(value);
        if (value < 0x40) return true;
        switch (value)
        {
            case (byte)'[' when first:
                _state = State.LinuxFunctionKey;
                return true;
            case (byte)'M' when first:
                _needed = 3;
                _state = State.X10Mouse;
                return true;
            default:
                Complete(InputSequences.ReadControlSequence(_raw.WrittenSpan[Introduced..]), inputs);
                return true;
        }
    }

    /// <summary>CSI [ A to CSI [ E: F1 to F5 of the Linux console.</summary>
    private bool EndLinuxFunctionKey(byte value, ICollection<TerminalInput> inputs)
    {
        if (value is < (byte)'A' or > (byte)'E')
        {
            PassOn(inputs);
            return false;
        }

        Keep(value);
        Complete(raw => new TerminalInput.KeyPressed(KeyEvent.Of(NamedKey.F1 + (ushort)(value - 'A')), raw), inputs);
        return true;
    }

    private bool ContinueSingleShift(byte value, ICollection<TerminalInput> inputs)
    {
        if (value is < 0x20 or > 0x7e || _raw.WrittenCount > Introduced + 2)
        {
            PassOn(inputs);
            return false;
        }

        Keep(value);
        if (value is >= (byte)'0' and <= (byte)'9') return true;     // a modifier, as old xterms wrote it: SS3 5 P
        Complete(InputSequences.ReadSingleShift(_raw.WrittenSpan[Introduced..]), inputs);
        return true;
    }

    private bool ContinueX10Mouse(byte value, ICollection<TerminalInput> inputs)
    {
        Keep(value);
        if (--_needed == 0) Complete(InputSequences.ReadX10Mouse(_raw.WrittenSpan[^3..]), inputs);
        return true;
    }

    private bool ContinueString(byte value, ICollection<TerminalInput> inputs)
    {
        if (_state == State.StringEscape && value != '\\')
        {
            PassOn(inputs);                                // an ESC that ends no string begins something else, and is lost to neither
            _state = State.Escape;
            Keep(0x1b);
            return false;
        }

        switch (value)
        {
            case 0x1b:
                _state = State.StringEscape;
                return true;
            case 0x18 or 0x1a:                             // CAN and SUB break a string off
                Keep(value);
                PassOn(inputs);
                return true;
            case 0x07 or (byte)'\\' when value == 0x07 || _state == State.StringEscape:
                if (_state == State.StringEscape) Keep(0x1b);
                Keep(value);
                Complete(raw => new TerminalInput.Replied(raw), inputs);
                return true;
        }

        Keep(value);
        if (_raw.WrittenCount >= MaximumReply) Give(raw => new TerminalInput.Replied(raw), inputs);
        return true;
    }

    private int TakePasted(ReadOnlySpan<byte> bytes, ICollection<TerminalInput> inputs)
    {
        if (_raw.WrittenCount > 0)                         // the beginning of the closing bracket, perhaps
        {
            if (bytes[0] != PasteEnd[_raw.WrittenCount])
            {
                Give(raw => new TerminalInput.Pasted(raw), inputs);
                return 0;
            }

            Keep(bytes[0]);
            if (_raw.WrittenCount == PasteEnd.Length) Complete(raw => new TerminalInput.PasteEnded(raw), inputs);
            return 1;
        }

        var escape = bytes.IndexOf((byte)0x1b);
        var length = escape < 0 ? bytes.Length : escape;
        if (length > 0) inputs.Add(new TerminalInput.Pasted(bytes[..length].ToArray()));
        if (escape < 0) return length;
        Keep(0x1b);
        return length + 1;
    }

    /// <summary>Length of the introducer: ESC [, or ESC ESC [ with Alt.</summary>
    private int Introduced => _alt ? 3 : 2;

    private void Keep(byte value) => _raw.Write([value]);

    private void PressAfter(bool escape, KeyEvent key, ICollection<TerminalInput> inputs)
    {
        var inner = escape ? key.With(KeyModifiers.Alt) : key;
        if (!_alt)
        {
            Press(inner, inputs);
            return;
        }

        // ESC ESC x: the first ESC is a key by itself.
        inputs.Add(new TerminalInput.KeyPressed(KeyEvent.Of(NamedKey.Escape), new byte[] { 0x1b }));
        inputs.Add(new TerminalInput.KeyPressed(inner, _raw.WrittenSpan[1..].ToArray()));
        Reset(State.Ground);
    }

    private void Press(KeyEvent key, ICollection<TerminalInput> inputs) => Complete(raw => new TerminalInput.KeyPressed(key, raw), inputs);

    private void PassOn(ICollection<TerminalInput> inputs) => Complete(raw => new TerminalInput.Verbatim(raw), inputs);

    /// <summary>Ends a sequence. An ESC before one that is no key was a key by itself.</summary>
    private void Complete(Func<ReadOnlyMemory<byte>, TerminalInput> read, ICollection<TerminalInput> inputs)
    {
        var raw = _raw.WrittenSpan.ToArray();
        var input = read(raw);
        if (_alt && _state is not (State.Escape or State.Utf8))
        {
            if (input is TerminalInput.KeyPressed pressed)
            {
                input = pressed with { Key = pressed.Key.With(KeyModifiers.Alt) };
            }
            else
            {
                inputs.Add(new TerminalInput.KeyPressed(KeyEvent.Of(NamedKey.Escape), raw.AsMemory(0, 1)));
                input = input with { Raw = raw.AsMemory(1) };
            }
        }

        inputs.Add(input);
        Reset(input is TerminalInput.PasteBegan ? State.Paste : State.Ground);
    }

    /// <summary>Gives out what was kept and goes on in the same state.</summary>
    private void Give(Func<ReadOnlyMemory<byte>, TerminalInput> read, ICollection<TerminalInput> inputs)
    {
        inputs.Add(read(_raw.WrittenSpan.ToArray()));
        _raw.ResetWrittenCount();
        _alt = false;
    }

    private void Reset(State state)
    {
        _raw.ResetWrittenCount();
        _alt = false;
        _state = state;
    }
}
