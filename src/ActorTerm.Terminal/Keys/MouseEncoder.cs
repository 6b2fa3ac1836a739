using System.Text;

namespace ActorTerm.Terminal.Keys;

/// <summary>Mouse event to bytes, as the program asked for them: xterm ctlseqs, "Mouse Tracking".</summary>
public static class MouseEncoder
{
    private const int Motion = 32;
    private const int Offset = 32;

    /// <summary>Empty when the program's tracking does not cover the event, or its encoding cannot say the place.</summary>
    public static byte[] Encode(MouseReport report, MouseTracking tracking, MouseEncoding encoding)
    {
        if (!Covers(tracking, report)) return [];
        var sequence = new KeySequence(stackalloc byte[KeySequence.MaximumLength]);
        var code = Code(report, tracking);
        switch (encoding)
        {
            case MouseEncoding.Sgr or MouseEncoding.SgrPixels:
                sequence.Text("\e[<"u8);
                Numbers(code, report, ref sequence);
                sequence.Byte(report.Action == MouseAction.Release ? (byte)'m' : (byte)'M');
                break;
            case MouseEncoding.Urxvt:
                sequence.Text("\e["u8);
                Numbers(WithoutReleasedButton(code, report) + Offset, report, ref sequence);
                sequence.Byte((byte)'M');
                break;
            default:
                var limit = encoding == MouseEncoding.Utf8 ? 0x7ff : 0xff;
                if (report.Column + 1 + Offset > limit || report.Row + 1 + Offset > limit) return [];
                sequence.Text("\e[M"u8);
                foreach (var value in (ReadOnlySpan<int>)[WithoutReleasedButton(code, report), report.Column + 1, report.Row + 1])
                {
                    if (encoding == MouseEncoding.Utf8) sequence.Character(new Rune(value + Offset));
                    else sequence.Byte((byte)(value + Offset));
                }

                break;
        }

        return sequence.Bytes.ToArray();
    }

    private static bool Covers(MouseTracking tracking, MouseReport report) => (tracking, report.Action) switch
    {
        (MouseTracking.Off, _) => false,
        (MouseTracking.X10, _) => report.Action == MouseAction.Press && report.Button <= MouseButton.Right,
        (MouseTracking.ButtonEvent, MouseAction.Move) => report.Button != MouseButton.None,
        (MouseTracking.AnyEvent, _) => true,
        (_, MouseAction.Move) => false,
        (_, MouseAction.Release) => report.Button is not (>= MouseButton.WheelUp and <= MouseButton.WheelRight),
        _ => true,
    };

    private static int Code(MouseReport report, MouseTracking tracking)
    {
        var code = (int)report.Button + (report.Action == MouseAction.Move ? Motion : 0);
        if (tracking == MouseTracking.X10) return code;
        if (report.Modifiers.HasFlag(KeyModifiers.Shift)) code += 4;
        if (report.Modifiers.HasFlag(KeyModifiers.Alt)) code += 8;
        if (report.Modifiers.HasFlag(KeyModifiers.Control)) code += 16;
        return code;
    }

    /// <summary>The older encodings say that something was released, not what.</summary>
    private static int WithoutReleasedButton(int code, MouseReport report) =>
        report.Action == MouseAction.Release ? code - (int)report.Button + (int)MouseButton.None : code;

    private static void Numbers(int code, MouseReport report, ref KeySequence to)
    {
        to.Number(code);
        to.Byte((byte)';');
        to.Number(report.Column + 1);
        to.Byte((byte)';');
        to.Number(report.Row + 1);
    }
}
