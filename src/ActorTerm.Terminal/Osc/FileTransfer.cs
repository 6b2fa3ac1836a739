using System.Text;
using ActorTerm.Terminal.Events;

namespace ActorTerm.Terminal.Osc;

/// <summary>OSC 1337 File, and the same in parts: MultipartFile, FilePart, FileEnd.</summary>
/// <param name="limit">Bytes of a file; a larger one is dropped.</param>
internal sealed class FileTransfer(int limit)
{
    private Dictionary<string, string>? _parameters;         // of the file that is coming in parts
    private MemoryStream? _contents;

    /// <summary>parameters : base64.</summary>
    public ReceivedFile? Whole(ReadOnlySpan<byte> text)
    {
        var colon = text.IndexOf((byte)':');
        if (colon < 0 || !Base64Text.TryDecode(text[(colon + 1)..], out var contents) || contents.Length > limit) return null;
        return File(Parameters(text[..colon]), contents);
    }

    public void Begin(ReadOnlySpan<byte> text)
    {
        _parameters = Parameters(text);
        _contents = new MemoryStream();
    }

    public void Part(ReadOnlySpan<byte> base64)
    {
        if (_contents is null) return;
        if (!Base64Text.TryDecode(base64, out var part) || _contents.Length + part.Length > limit)
        {
            _contents = null;
            return;
        }

        _contents.Write(part);
    }

    public ReceivedFile? End()
    {
        var file = _contents is null ? null : File(_parameters!, _contents.ToArray());
        _contents = null;
        _parameters = null;
        return file;
    }

    private static ReceivedFile File(Dictionary<string, string> parameters, byte[] contents)
    {
        string? name = null;
        if (parameters.TryGetValue("name", out var encoded) && Base64Text.TryDecodeText(Encoding.UTF8.GetBytes(encoded), out var decoded))
            name = PlainText.Clean(decoded);
        return new ReceivedFile(name, parameters.GetValueOrDefault("inline") == "1", contents);
    }

    /// <summary>key=value with semicolons.</summary>
    private static Dictionary<string, string> Parameters(ReadOnlySpan<byte> text)
    {
        var parameters = new Dictionary<string, string>();
        foreach (var field in Encoding.UTF8.GetString(text).Split(';'))
        {
            var equals = field.IndexOf('=');
            if (equals > 0) parameters[field[..equals]] = field[(equals + 1)..];
        }

        return parameters;
    }
}
