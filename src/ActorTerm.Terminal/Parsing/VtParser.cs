using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorTerm.Terminal.Parsing;

/// <summary>
/// Splits a byte stream of UTF-8 text and 7-bit control sequences (ECMA-48, DEC STD 070) into calls of a handler. Any piece of the stream may
/// be fed at a time: the calls are the same, runs of text apart.
/// </summary>
/// <remarks>
/// Plain text, and control sequences that lie whole in what was fed, never see the state table (<see cref="VtTransitions"/>).
/// The handler is a struct so that its calls are bound at compile time.
/// </remarks>
/// <typeparam name="THandler">Must not feed this same parser from within a call.</typeparam>
public sealed partial class VtParser<THandler> where THandler : struct, IVtHandler
{
    /// <summary>Bytes an operating system command may have unless said otherwise; the rest is dropped, and what there is takes effect.</summary>
    public const int DefaultOscLimit = 1024 * 1024;

    /// <summary>A longer one gives its memory back when it ends.</summary>
    private const int RetainedOsc = 4 * 1024;

    private const byte Esc = 0x1b;
    private const byte Del = 0x7f;

    private readonly int _oscLimit;
    private readonly int[] _parameters = new int[CsiSequence.MaxParameters];
    private THandler _handler;
    private VtState _state;

    private int _parameterCount;                   // of those complete
    private int _value;                            // of the one being read
    private uint _colons;
    private byte _marker;
    private int _intermediates;

    private byte[] _osc = [];
    private int _oscLength;

    private uint _carried;                         // the start of a character that was cut, first byte lowest
    private int _carriedLength;

    /// <param name="oscLimit">In bytes.</param>
    public VtParser(THandler handler, int oscLimit = DefaultOscLimit)
    {
        _handler = handler;
        _oscLimit = oscLimit;
        _value = CsiSequence.Omitted;
    }

    /// <summary>The handler itself, not a copy.</summary>
    public ref THandler Handler => ref _handler;

    /// <summary>Takes the next bytes of the stream.</summary>
    /// <returns>How many were taken: all of them, unless the handler asked to stop. Feed the rest again to go on.</returns>
    public int Feed(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        if (_carriedLength > 0)
        {
            at = FinishCharacter(bytes);
            if (_handler.StopRequested) return at;
        }

        while (at < bytes.Length)
        {
            at += _state == VtState.Ground ? Ground(bytes[at..]) : InSequence(bytes[at..]);
            if (_handler.StopRequested) return at;
        }

        return at;
    }

    /// <summary>Forgets whatever sequence or character was under way.</summary>
    public void Reset()
    {
        _state = VtState.Ground;
        _carriedLength = 0;
        _oscLength = 0;
        Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Ground(ReadOnlySpan<byte> bytes)
    {
        var first = bytes[0];
        if (first is >= 0x20 and < Del)
        {
            var length = PrintableRun(bytes);
            _handler.Print(bytes[..length]);
            return length;
        }

        if (first == Esc)
        {
            var length = WholeCsi(bytes);
            if (length > 0) return length;
            Clear();
            _state = VtState.Escape;
            return 1;
        }

        if (first < 0x20)
        {
            _handler.Execute(first);
            return 1;
        }

        return first == Del ? 1 : Text(bytes);
    }

    /// <summary>How many of the bytes are printable ASCII. Most runs are words, found within one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PrintableRun(ReadOnlySpan<byte> bytes)
    {
        if (Vector128.IsHardwareAccelerated && bytes.Length >= Vector128<byte>.Count)
        {
            var first = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(bytes));
            var others = Vector128.GreaterThan(first - Vector128.Create((byte)0x20), Vector128.Create((byte)(0x7e - 0x20))).ExtractMostSignificantBits();
            if (others != 0) return BitOperations.TrailingZeroCount(others);
        }

        var length = bytes.IndexOfAnyExceptInRange((byte)0x20, (byte)0x7e);
        return length < 0 ? bytes.Length : length;
    }

    private int Text(ReadOnlySpan<byte> bytes)
    {
        var length = _handler.PrintUtf8(bytes);
        if (length > 0) return length;
        foreach (var value in bytes) _carried |= (uint)value << 8 * _carriedLength++;
        return bytes.Length;
    }

    /// <summary>Adds bytes to a character that was cut until it is complete, or turns out to be ill-formed.</summary>
    private int FinishCharacter(ReadOnlySpan<byte> bytes)
    {
        Span<byte> character = stackalloc byte[8];
        for (var i = 0; i < _carriedLength; i++) character[i] = (byte)(_carried >> 8 * i);
        for (var taken = 1; taken <= bytes.Length; taken++)
        {
            character[_carriedLength] = bytes[taken - 1];
            var length = _handler.PrintUtf8(character[..(_carriedLength + 1)]);
            if (length > 0)
            {
                // An ill-formed start is replaced by itself; the byte that showed it is looked at afresh.
                var fresh = _carriedLength + 1 - length;
                _carried = 0;
                _carriedLength = 0;
                return taken - fresh;
            }

            _carried |= (uint)bytes[taken - 1] << 8 * _carriedLength++;
        }

        return bytes.Length;
    }

    private int InSequence(ReadOnlySpan<byte> bytes)
    {
        switch (_state)
        {
            case VtState.OscString:
                var osc = bytes.IndexOfAnyInRange((byte)0x00, (byte)0x1f);
                if (osc < 0) osc = bytes.Length;
                if (osc == 0) break;
                AddToOsc(bytes[..osc]);
                return osc;
            case VtState.DcsPassthrough:
                var dcs = bytes.IndexOfAny((byte)0x18, (byte)0x1a, Esc);
                if (dcs < 0) dcs = bytes.Length;
                if (dcs == 0) break;
                _handler.DcsPut(bytes[..dcs]);
                return dcs;
        }

        return Step(bytes[0]) ? 1 : 0;
    }

    /// <summary>One byte by the table. False when it was not taken.</summary>
    private bool Step(byte value)
    {
        var entry = VtTransitions.Table[(int)_state << 8 | value];
        var before = _state;
        _state = (VtState)(entry & 0x0f);
        switch ((VtAction)(entry >> 4))
        {
            case VtAction.Execute: _handler.Execute(value); break;
            case VtAction.Clear: Clear(); break;
            case VtAction.Collect: Collect(value); break;
            case VtAction.Marker: _marker = value; break;
            case VtAction.Parameter: AddToParameter(value); break;
            case VtAction.EscDispatch: _handler.EscDispatch(_intermediates, value); break;
            case VtAction.CsiDispatch: _handler.CsiDispatch(Sequence(value)); break;
            case VtAction.DcsHook: _handler.DcsHook(Sequence(value)); break;
            case VtAction.DcsPut: _handler.DcsPut([value]); break;
            case VtAction.OscStart: _oscLength = 0; break;
            case VtAction.OscPut: AddToOsc([value]); break;
            case VtAction.StringEnd: EndString(before, value, cancelled: false); break;
            case VtAction.StringCancel: EndString(before, value, cancelled: true); break;
            case VtAction.Reread: return false;
        }

        return true;
    }

    private void EndString(VtState which, byte terminator, bool cancelled)
    {
        Clear();
        if (which == VtState.DcsPassthrough)
        {
            _handler.DcsUnhook(cancelled);
        }
        else
        {
            var osc = _osc.AsSpan(0, _oscLength);
            _oscLength = 0;
            if (!cancelled) _handler.OscDispatch(osc, terminator);
            if (_osc.Length > RetainedOsc) _osc = [];
        }

        if (cancelled) _handler.Execute(terminator);
    }
}
