using System.Text;

namespace ActorTerm.Terminal.Keys;

/// <summary>What a complete sequence from a terminal means. Sources: xterm ctlseqs, the kitty keyboard protocol, rxvt's and the Linux console's manuals.</summary>
internal static class InputSequences
{
    /// <param name="sequence">Parameters and final byte, without CSI.</param>
    public static Func<ReadOnlyMemory<byte>, TerminalInput> ReadControlSequence(ReadOnlySpan<byte> sequence)
    {
        var final = sequence[^1];
        var body = sequence[..^1];
        if (body.IsEmpty && final is (byte)'I' or (byte)'O') return raw => new TerminalInput.FocusChanged(final == 'I', raw);
        if (!body.IsEmpty && body[0] == '<') return Mouse(body[1..], final, sgr: true);
        if (!TryReadParameters(body, out var parameters)) return IsReply(body, final) ? Reply : Verbatim;
        return final switch
        {
            (byte)'~' => ReadTilde(parameters),
            (byte)'u' => ReadKitty(parameters),
            (byte)'M' => Mouse(body, final, sgr: false),
            (byte)'Z' => Key(KeyEvent.Of(NamedKey.Tab, KeyModifiers.Shift | Modifiers(parameters))),
            (byte)'R' when !LooksLikeF3(parameters) => Reply,              // CSI row ; column R
            (byte)'c' or (byte)'n' or (byte)'t' or (byte)'x' => body.IsEmpty && final == 'c' ? RxvtShifted(final) : Reply,
            (byte)'a' or (byte)'b' or (byte)'d' when body.IsEmpty => RxvtShifted(final),
            (byte)'^' => RxvtModified(parameters, KeyModifiers.Control),
            (byte)'@' => RxvtModified(parameters, KeyModifiers.Control | KeyModifiers.Shift),
            _ => FunctionalKey.TryFindName(1, final, out var name) && parameters.Count <= 2
                ? Key(KeyEvent.Of(name, Modifiers(parameters), Kind(parameters)))
                : Verbatim,
        };
    }

    /// <param name="sequence">What followed SS3: digits of a modifier, perhaps, and the final byte.</param>
    public static Func<ReadOnlyMemory<byte>, TerminalInput> ReadSingleShift(ReadOnlySpan<byte> sequence)
    {
        var final = sequence[^1];
        if (!TryReadParameters(sequence[..^1], out var parameters)) return Verbatim;
        var modifiers = parameters.Count > 0 ? ModifiersOf(parameters[0].Value) : KeyModifiers.None;
        if (FunctionalKey.TryFindName(1, final, out var name)) return Key(KeyEvent.Of(name, modifiers));
        if (final is >= (byte)'a' and <= (byte)'d') return Key(KeyEvent.Of(Arrow(final), KeyModifiers.Control));       // rxvt
        return KeypadKey.TryFindName(final, out name) ? Key(KeyEvent.Of(name, modifiers)) : Verbatim;
    }

    /// <param name="bytes">Button, column and row, each 32 too high.</param>
    public static Func<ReadOnlyMemory<byte>, TerminalInput> ReadX10Mouse(ReadOnlySpan<byte> bytes)
    {
        var report = Report(bytes[0] - 32, bytes[1] - 32, bytes[2] - 32, released: false, saysWhatWasReleased: false);
        return report is { } known ? raw => new TerminalInput.MouseMoved(known, raw) : Verbatim;
    }

    private static TerminalInput Verbatim(ReadOnlyMemory<byte> raw) => new TerminalInput.Verbatim(raw);

    private static TerminalInput Reply(ReadOnlyMemory<byte> raw) => new TerminalInput.Replied(raw);

    private static Func<ReadOnlyMemory<byte>, TerminalInput> Key(KeyEvent key) => raw => new TerminalInput.KeyPressed(key, raw);

    private static Func<ReadOnlyMemory<byte>, TerminalInput> ReadTilde(List<Parameter> parameters)
    {
        if (parameters.Count == 0) return Verbatim;
        switch (parameters[0].Value)
        {
            case 200 when parameters.Count == 1: return raw => new TerminalInput.PasteBegan(raw);
            case 27 when parameters.Count == 3: return Character(parameters[2].Value, ModifiersOf(parameters[1].Value), KeyEventKind.Press);
        }

        if (FunctionalKey.TryFindName(parameters[0].Value, (byte)'~', out var name) && parameters.Count <= 2)
            return Key(KeyEvent.Of(name, Modifiers(parameters), Kind(parameters)));
        // vt220's F13 to F20; xterm's own terminfo calls the same keys Shift-F1 and so on.
        var index = (ReadOnlySpan<int>)[25, 26, 28, 29, 31, 32, 33, 34];
        var number = index.IndexOf(parameters[0].Value);
        return number >= 0 && parameters.Count <= 2
            ? Key(KeyEvent.Of(NamedKey.F13 + (ushort)number, Modifiers(parameters), Kind(parameters)))
            : Verbatim;
    }

    /// <summary>
    /// CSI code : shifted : base ; modifiers : event ; text u. With Control, a letter beyond ASCII is the one that stands at its place on a
    /// US keyboard, as every terminal sends it otherwise; the other alternate and the text say nothing that the key does not.
    /// </summary>
    private static Func<ReadOnlyMemory<byte>, TerminalInput> ReadKitty(List<Parameter> parameters)
    {
        if (parameters.Count is < 1 or > 3) return Verbatim;

        var (code, modifiers) = (parameters[0].Value, Modifiers(parameters));
        if (code is > 0x7f and < 57344 && modifiers.HasFlag(KeyModifiers.Control) && parameters[0].Third is > 0x20 and < 0x7f and var onUsKeyboard) code = onUsKeyboard;
        return Character(code, modifiers, Kind(parameters));
    }

    private static Func<ReadOnlyMemory<byte>, TerminalInput> Character(int code, KeyModifiers modifiers, KeyEventKind kind) =>
        KittyKeys.TryDecode(code, modifiers, kind, out var key) ? Key(key) : Verbatim;

    private static Func<ReadOnlyMemory<byte>, TerminalInput> RxvtModified(List<Parameter> parameters, KeyModifiers modifiers) =>
        parameters.Count == 1 && FunctionalKey.TryFindName(parameters[0].Value, (byte)'~', out var name)
            ? Key(KeyEvent.Of(name, modifiers))
            : Verbatim;

    private static Func<ReadOnlyMemory<byte>, TerminalInput> RxvtShifted(byte final) => Key(KeyEvent.Of(Arrow(final), KeyModifiers.Shift));

    private static NamedKey Arrow(byte lowercase) => lowercase switch
    {
        (byte)'a' => NamedKey.Up,
        (byte)'b' => NamedKey.Down,
        (byte)'c' => NamedKey.Right,
        _ => NamedKey.Left,
    };

    private static Func<ReadOnlyMemory<byte>, TerminalInput> Mouse(ReadOnlySpan<byte> body, byte final, bool sgr)
    {
        if (!TryReadParameters(body, out var parameters) || parameters.Count != 3 || final is not ((byte)'M' or (byte)'m')) return Verbatim;
        var code = parameters[0].Value - (sgr ? 0 : 32);
        var report = Report(code, parameters[1].Value, parameters[2].Value, released: final == 'm', saysWhatWasReleased: sgr);
        return report is { } known ? raw => new TerminalInput.MouseMoved(known, raw) : Verbatim;
    }

    private static MouseReport? Report(int code, int column, int row, bool released, bool saysWhatWasReleased)
    {
        if (code is < 0 or > 255 || column < 1 || row < 1) return null;
        var button = (MouseButton)(code & ~(4 | 8 | 16 | 32));
        if (!Enum.IsDefined(button)) return null;
        var modifiers = ((code & 4) != 0 ? KeyModifiers.Shift : 0) | ((code & 8) != 0 ? KeyModifiers.Alt : 0) | ((code & 16) != 0 ? KeyModifiers.Control : 0);
        var action = (code & 32) != 0 ? MouseAction.Move
            : released || (!saysWhatWasReleased && button == MouseButton.None) ? MouseAction.Release
            : MouseAction.Press;
        return new MouseReport(action, button, column - 1, row - 1, modifiers);
    }

    /// <summary>A sequence with a private marker or an intermediate byte: answers to DA, DECRQM, DSR, the kitty query and the like.</summary>
    private static bool IsReply(ReadOnlySpan<byte> body, byte final) =>
        (body[0] is (byte)'?' or (byte)'>' or (byte)'=' && final is (byte)'c' or (byte)'n' or (byte)'u' or (byte)'m' or (byte)'S' or (byte)'R' or (byte)'y')
        || (body[^1] == '$' && final == 'y');

    /// <summary>CSI 1 ; modifiers R. A position report at row 1 looks the same, but no viewer is ever asked for one.</summary>
    private static bool LooksLikeF3(List<Parameter> parameters) =>
        parameters.Count == 0 || (parameters.Count == 2 && parameters[0].Value == 1 && parameters[1].Value is >= 2 and <= 256);

    private static KeyModifiers Modifiers(List<Parameter> parameters) =>
        parameters.Count > 1 ? ModifiersOf(parameters[1].Value) : KeyModifiers.None;

    private static KeyModifiers ModifiersOf(int parameter) => parameter is > 0 and <= 256 ? (KeyModifiers)(parameter - 1) : KeyModifiers.None;

    private static KeyEventKind Kind(List<Parameter> parameters) =>
        parameters.Count > 1 && parameters[1].Second is 2 or 3 ? (KeyEventKind)parameters[1].Second : KeyEventKind.Press;

    /// <summary>Numbers between semicolons, each with what follows its first and its second colon; false when there is any other byte.</summary>
    private static bool TryReadParameters(ReadOnlySpan<byte> body, out List<Parameter> parameters)
    {
        parameters = [];
        if (body.IsEmpty) return true;
        foreach (var field in body.Split((byte)';'))
        {
            var values = new int[3];
            var count = 0;
            foreach (var part in body[field].Split((byte)':'))
            {
                var value = 0;
                foreach (var digit in body[field][part])
                {
                    if (digit is < (byte)'0' or > (byte)'9') return false;
                    value = Math.Min((value * 10) + (digit - '0'), 0x10ffff + 1);
                }

                if (count < values.Length) values[count] = value;
                count++;
            }

            parameters.Add(new Parameter(values[0], values[1], values[2]));
        }

        return true;
    }

    private readonly record struct Parameter(int Value, int Second, int Third);
}
