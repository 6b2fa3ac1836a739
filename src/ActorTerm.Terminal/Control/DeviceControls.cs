namespace ActorTerm.Terminal.Control;

/// <summary>The device control strings that mean something here, as intermediate &lt;&lt; 8 | final.</summary>
internal static class DeviceControls
{
    /// <summary>DECRQSS: DCS $ q.</summary>
    public const int RequestSetting = '$' << 8 | 'q';

    /// <summary>XTGETTCAP: DCS + q.</summary>
    public const int RequestCapability = '+' << 8 | 'q';

    /// <summary>DECRSPS: DCS Ps $ t.</summary>
    public const int RestorePresentation = '$' << 8 | 't';
}
