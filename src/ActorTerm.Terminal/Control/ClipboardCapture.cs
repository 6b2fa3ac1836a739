namespace ActorTerm.Terminal.Control;

/// <summary>What is printed between OSC 1337 CopyToClipboard and EndCopy.</summary>
/// <param name="limit">Bytes; what is beyond is left out.</param>
internal sealed class ClipboardCapture(string selection, int limit)
{
    private readonly MemoryStream _text = new();

    public string Selection { get; } = selection;

    public byte[] Text => _text.ToArray();

    public void Add(ReadOnlySpan<byte> text) => _text.Write(text[..Math.Min(text.Length, limit - (int)_text.Length)]);
}
