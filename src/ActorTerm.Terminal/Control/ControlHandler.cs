using ActorTerm.Terminal.Parsing;

namespace ActorTerm.Terminal.Control;

/// <summary>What the parser calls: text goes to the screen, everything else to the control functions; while muted nothing, but for queries if those are answered.</summary>
/// <param name="functions">Of the terminal.</param>
/// <param name="strings">Of the parser's stream: a device control string that is under way.</param>
internal readonly struct ControlHandler(ControlFunctions functions, DeviceControlString strings) : IVtHandler
{
    public bool StopRequested => functions.StopRequested;

    public void Print(ReadOnlySpan<byte> ascii)
    {
        if (!functions.Muted) functions.Print(ascii);
    }

    public int PrintUtf8(ReadOnlySpan<byte> text) => functions.Muted ? MutedText.Skip(text) : functions.PrintUtf8(text);

    public void Execute(byte control)
    {
        if (!functions.Muted) functions.Execute(control);
    }

    public void EscDispatch(int intermediates, byte final)
    {
        if (!functions.Muted) functions.Escape(intermediates, final);
    }

    public void CsiDispatch(in CsiSequence csi)
    {
        if (!functions.Muted) functions.Control(in csi);
        else if (functions.AnswersMuted) functions.Ask(in csi);
    }

    public void OscDispatch(ReadOnlySpan<byte> data, byte terminator)
    {
        if (!functions.Muted) functions.OperatingSystemCommand(data, terminator);
        else if (functions.AnswersMuted) functions.Ask(data, terminator);
    }

    public void DcsHook(in CsiSequence dcs) => strings.Begin(in dcs);

    public void DcsPut(ReadOnlySpan<byte> data) => strings.Add(data);

    public void DcsUnhook(bool cancelled)
    {
        if (!cancelled && !functions.Muted) functions.DeviceControl(strings);
        else if (!cancelled && functions.AnswersMuted) functions.Ask(strings);
        strings.End();
    }
}
