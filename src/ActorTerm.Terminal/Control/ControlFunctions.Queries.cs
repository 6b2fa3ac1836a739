using System.Text;
using ActorTerm.Terminal.Parsing;

namespace ActorTerm.Terminal.Control;

/// <summary>What of a muted stream is answered all the same: sequences that ask and change nothing.</summary>
internal sealed partial class ControlFunctions
{
    public void Ask(in CsiSequence csi)
    {
        var function = csi.Intermediates << 8 | csi.Final;
        switch (csi.Marker)
        {
            case 0 when function is 'c' or 'n' or 'x' or (Dollar | 'p') or (Dollar | 'w') or (Star | 'y'):
            case 0 when function is 't' && csi.Value(0) is 11 or 14 or 16 or (>= 18 and <= 21):
                Standard(in csi);
                break;
            case (byte)'?' when function is 'm' or 'n' or 'u' or (Dollar | 'p'): Private(in csi); break;
            case (byte)'>' when function is 'c' or 'q': Secondary(in csi); break;
            case (byte)'=' when function is 'c': Tertiary(in csi); break;
        }
    }

    public void Ask(ReadOnlySpan<byte> operatingSystemCommand, byte terminator)
    {
        if (AsksOnly(Encoding.UTF8.GetString(operatingSystemCommand))) OperatingSystemCommand(operatingSystemCommand, terminator);
    }

    public void Ask(DeviceControlString dcs)
    {
        if (dcs.Function is DeviceControls.RequestSetting or DeviceControls.RequestCapability) DeviceControl(dcs);
    }

    private static bool AsksOnly(string command)
    {
        var fields = command.Split(';');
        return fields[0] switch
        {
            "4" => fields.Length > 2 && fields.Length % 2 == 1 && fields.Where((_, i) => i > 0 && i % 2 == 0).All(IsQuestion),
            ['1', >= '0' and <= '9'] => fields.Length > 1 && fields.Skip(1).All(IsQuestion),
            "50" or "1337" => fields.Length == 2 && (fields[1] is "ReportCellSize" or "Capabilities" || fields[1].StartsWith("ReportVariable=", StringComparison.Ordinal)),
            _ => false,
        };

        static bool IsQuestion(string field) => field == "?";
    }
}
