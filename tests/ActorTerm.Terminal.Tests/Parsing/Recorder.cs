using System.Text;
using ActorTerm.Terminal.Parsing;

namespace ActorTerm.Terminal.Tests.Parsing;

/// <summary>Writes down what a parser says; runs of text are joined, for how long they are is the parser's business.</summary>
internal struct Recorder() : IVtHandler
{
    private readonly StringBuilder _said = new();
    private readonly List<byte> _dcs = [];
    private bool _printing;

    /// <summary>Stops at this control character.</summary>
    public byte StopAt { get; init; } = 0xff;

    public bool StopRequested { get; private set; }

    public readonly string Said => _said.ToString();

    public void Resume() => StopRequested = false;

    public void Print(ReadOnlySpan<byte> ascii) => Text(Encoding.ASCII.GetString(ascii));

    public int PrintUtf8(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length && text[at] is not (< 0x20 or 0x7f))
        {
            if (Rune.DecodeFromUtf8(text[at..], out var rune, out var length) == System.Buffers.OperationStatus.NeedMoreData) break;
            Text(rune.ToString());
            at += length;
        }

        return at;
    }

    public void Execute(byte control)
    {
        Say($"{control:x2}");
        StopRequested = control == StopAt;
    }

    public void EscDispatch(int intermediates, byte final) => Say($"esc {Names(intermediates)}{(char)final}");

    public void CsiDispatch(in CsiSequence csi) => Say("csi " + Sequence(csi));

    public void OscDispatch(ReadOnlySpan<byte> data, byte terminator) => Say($"osc {Encoding.UTF8.GetString(data)} {(terminator == 7 ? "bel" : "st")}");

    public void DcsHook(in CsiSequence dcs)
    {
        Say("dcs " + Sequence(dcs));
        _dcs.Clear();
    }

    public readonly void DcsPut(ReadOnlySpan<byte> data) => _dcs.AddRange(data);

    public void DcsUnhook(bool cancelled) => Say($"{(cancelled ? "cancelled" : "end")} {Encoding.UTF8.GetString([.. _dcs])}");

    private static string Sequence(in CsiSequence csi)
    {
        var text = new StringBuilder();
        if (csi.Marker != 0) text.Append((char)csi.Marker);
        for (var i = 0; i < csi.Parameters.Length; i++)
        {
            if (i > 0) text.Append(csi.IsSubParameter(i) ? ':' : ';');
            text.Append(csi.Parameters[i] < 0 ? "-" : csi.Parameters[i].ToString());
        }

        return text.Append(Names(csi.Intermediates)).Append((char)csi.Final).ToString();
    }

    private static string Names(int intermediates) =>
        intermediates == CsiSequence.TooMany ? "?" : intermediates > 0xff ? $"{(char)(intermediates >> 8)}{(char)(intermediates & 0xff)}" : intermediates > 0 ? $"{(char)intermediates}" : "";

    private void Text(string text)
    {
        if (!_printing) _said.Append(_said.Length > 0 ? " | " : "").Append('\'');
        else _said.Length--;
        _said.Append(text).Append('\'');
        _printing = true;
    }

    private void Say(string what)
    {
        _said.Append(_said.Length > 0 ? " | " : "").Append(what);
        _printing = false;
    }
}
