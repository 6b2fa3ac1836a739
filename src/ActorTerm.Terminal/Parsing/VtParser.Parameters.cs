using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ActorTerm.Terminal.Parsing;

public sealed partial class VtParser<THandler>
{
    private static ReadOnlySpan<int> Zero => [0];

    /// <summary>Dispatches a control sequence that lies complete at the start of the bytes and has nothing unusual in it; otherwise returns 0.</summary>
    private int WholeCsi(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 3 || bytes[1] != '[') return 0;
        if (bytes.Length > 3 && bytes[2] == '0' && bytes[3] == 'm')
        {
            // Half of all control sequences is this one.
            _handler.CsiDispatch(new CsiSequence(0, 0, (byte)'m', Zero, 0));
            return 4;
        }

        ref var parameters = ref MemoryMarshal.GetArrayDataReference(_parameters);
        var at = 2;
        byte marker = 0;
        if (bytes[at] is >= (byte)'<' and <= (byte)'?') marker = bytes[at++];

        var count = 0;
        var colons = 0u;
        var value = CsiSequence.Omitted;
        while (at < bytes.Length)
        {
            var next = bytes[at++];
            var digit = (uint)next - '0';
            if (digit <= 9)
            {
                value = value < 0 ? (int)digit : Math.Min(value * 10 + (int)digit, CsiSequence.MaxValue);
                continue;
            }

            if (next is (byte)';' or (byte)':')
            {
                if (count == CsiSequence.MaxParameters - 1) return 0;
                Unsafe.Add(ref parameters, count++) = value;
                if (next == ':') colons |= 1u << count;
                value = CsiSequence.Omitted;
                continue;
            }

            if (next is < 0x40 or > 0x7e) return 0;
            if (value >= 0 || count > 0) Unsafe.Add(ref parameters, count++) = value;
            _handler.CsiDispatch(new CsiSequence(marker, 0, next, MemoryMarshal.CreateReadOnlySpan(ref parameters, count), colons));
            return at;
        }

        return 0;
    }

    private void Clear()
    {
        _parameterCount = 0;
        _value = CsiSequence.Omitted;
        _colons = 0;
        _marker = 0;
        _intermediates = 0;
    }

    private void Collect(byte value) => _intermediates = _intermediates switch
    {
        0 => value,
        <= 0xff => _intermediates << 8 | value,
        _ => CsiSequence.TooMany,
    };

    private void AddToParameter(byte value)
    {
        if (value is (byte)';' or (byte)':')
        {
            EndParameter();
            if (value == ':' && _parameterCount < CsiSequence.MaxParameters) _colons |= 1u << _parameterCount;
        }
        else if (_parameterCount < CsiSequence.MaxParameters)
        {
            _value = Math.Min(Math.Max(0, _value) * 10 + value - '0', CsiSequence.MaxValue);
        }
    }

    private void EndParameter()
    {
        if (_parameterCount < CsiSequence.MaxParameters) _parameters[_parameterCount++] = _value;
        _value = CsiSequence.Omitted;
    }

    private CsiSequence Sequence(byte final)
    {
        if (_value >= 0 || _parameterCount > 0) EndParameter();
        return new CsiSequence(_marker, _intermediates, final, _parameters.AsSpan(0, _parameterCount), _colons);
    }

    private void AddToOsc(ReadOnlySpan<byte> data)
    {
        var length = Math.Min(data.Length, _oscLimit - _oscLength);
        if (length <= 0) return;
        if (_osc.Length < _oscLength + length)
            Array.Resize(ref _osc, Math.Min(_oscLimit, Math.Max(Math.Max(256, _osc.Length * 2), _oscLength + length)));
        data[..length].CopyTo(_osc.AsSpan(_oscLength));
        _oscLength += length;
    }
}
