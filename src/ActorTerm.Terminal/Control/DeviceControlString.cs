using ActorTerm.Terminal.Parsing;

namespace ActorTerm.Terminal.Control;

/// <summary>A device control string while it comes in. Only what some function reads is kept.</summary>
internal sealed class DeviceControlString
{
    /// <summary>Bytes kept of one string; longer ones have no effect. Requests are some dozen bytes.</summary>
    private const int Limit = 4 * 1024;

    private byte[] _data = [];
    private int _length;
    private bool _wanted;

    /// <summary>The intermediate and the final, as first &lt;&lt; 8 | final; 0 for a string without meaning here.</summary>
    public int Function { get; private set; }

    public ReadOnlySpan<byte> Data => _data.AsSpan(0, _length);

    public void Begin(in CsiSequence head)
    {
        Function = head.Marker == 0 ? head.Intermediates << 8 | head.Final : 0;
        _wanted = Function is DeviceControls.RequestSetting or DeviceControls.RequestCapability or DeviceControls.RestorePresentation;
        if (!_wanted) Function = 0;
        Parameter = head.Value(0);
        _length = 0;
    }

    /// <summary>The first parameter of the head.</summary>
    public int Parameter { get; private set; }

    public void Add(ReadOnlySpan<byte> data)
    {
        if (!_wanted) return;
        if (_length + data.Length > Limit)
        {
            _wanted = false;
            Function = 0;
            return;
        }

        if (_data.Length < _length + data.Length) Array.Resize(ref _data, Math.Max(64, _length + data.Length));
        data.CopyTo(_data.AsSpan(_length));
        _length += data.Length;
    }

    public void End()
    {
        _wanted = false;
        Function = 0;
        _data = [];
        _length = 0;
    }
}
