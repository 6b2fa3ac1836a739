using ActorTerm.Terminal.Osc;

namespace ActorTerm.Terminal.Control;

/// <summary>OSC 1337 CopyToClipboard: what is printed until EndCopy goes to the clipboard as well.</summary>
internal sealed partial class ControlFunctions
{
    private ClipboardCapture? _copying;

    private void BeginCopy(ReadOnlySpan<byte> selection)
    {
        if (options.AllowClipboardWrite) _copying = new ClipboardCapture(PlainText.Clean(selection), options.OscLimit);
    }

    private void EndCopy()
    {
        if (_copying is not { } copied) return;
        _copying = null;
        events.ClipboardWrite(copied.Selection, copied.Text);
    }
}
