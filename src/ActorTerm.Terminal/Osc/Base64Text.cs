using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace ActorTerm.Terminal.Osc;

/// <summary>Base64 as programs send it: padded or not.</summary>
internal static class Base64Text
{
    public static bool TryDecode(ReadOnlySpan<byte> text, out byte[] data)
    {
        data = [];
        var padded = text.TrimEnd((byte)'=');
        if (text.Length - padded.Length > 2 || padded.Length % 4 == 1) return false;
        var whole = new byte[(padded.Length + 3) / 4 * 4];
        whole.AsSpan().Fill((byte)'=');
        padded.CopyTo(whole);
        var decoded = new byte[whole.Length / 4 * 3];
        if (Base64.DecodeFromUtf8(whole, decoded, out _, out var length) != OperationStatus.Done) return false;
        data = decoded[..length];
        return true;
    }

    /// <summary>Text in UTF-8; ill-formed parts become U+FFFD.</summary>
    public static bool TryDecodeText(ReadOnlySpan<byte> base64, out string text)
    {
        var known = TryDecode(base64, out var data);
        text = Encoding.UTF8.GetString(data);
        return known;
    }
}
