using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace ActorTerm.Language;

public readonly partial struct Value
{
    /// <summary>For texts that are valid already: an array literal of the language may nest a value deeper than <see cref="MaxDepth"/>.</summary>
    internal static readonly JsonReaderOptions Trusting = new() { MaxDepth = int.MaxValue };

    private const int Short = 85;   // UTF-16 units of a text that becomes UTF-8 on the stack, in 255 bytes

    /// <summary>Reads exactly one JSON text (RFC 8259, well-formed UTF-8) and keeps a copy of it.</summary>
    /// <param name="error">What is wrong and where, counted in bytes from 0.</param>
    public static bool TryParse(ReadOnlySpan<byte> json, out Value value, [NotNullWhen(false)] out string? error)
    {
        error = null;
        if (IsShared(json, out value)) return true;
        error = JsonCheck.Complaint(json);
        if (error is not null) return false;

        var text = json.Trim(WhiteSpace);
        if (!IsShared(text, out value)) value = new Value(text.ToArray());
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out Value, out string?)"/>
    public static bool TryParse(string json, out Value value, [NotNullWhen(false)] out string? error)
    {
        value = default;
        var isShort = json.Length <= Short;
        var bytes = isShort ? null : new byte[Encoding.UTF8.GetByteCount(json)];
        var utf8 = isShort ? stackalloc byte[Short * 3] : bytes;
        if (System.Text.Unicode.Utf8.FromUtf16(json, utf8, out var read, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            error = $"not JSON: half of a surrogate pair at {read}";
            return false;
        }
        return isShort ? TryParse(utf8[..written], out value, out error) : TryAdopt(bytes!, out value, out error);
    }

    /// <summary>Like <see cref="TryParse(ReadOnlySpan{byte}, out Value, out string?)"/> without the copy: nobody may change these bytes afterwards.</summary>
    public static bool TryAdopt(byte[] json, out Value value, [NotNullWhen(false)] out string? error)
    {
        error = null;
        if (IsShared(json, out value)) return true;
        error = JsonCheck.Complaint(json);
        if (error is not null) return false;

        var start = json.AsSpan().IndexOfAnyExcept(WhiteSpace);
        var length = json.AsSpan().LastIndexOfAnyExcept(WhiteSpace) + 1 - start;
        if (!IsShared(json.AsSpan(start, length), out value)) value = new Value(json, start, length);
        return true;
    }

    /// <exception cref="FormatException">The text is not one JSON value.</exception>
    public static Value Parse(string json) => TryParse(json, out var value, out var error) ? value : throw new FormatException(error);

    private static ReadOnlySpan<byte> WhiteSpace => " \t\r\n"u8;

    /// <summary>Null, booleans and small numbers are most of what functions return; they exist once.</summary>
    private static bool IsShared(ReadOnlySpan<byte> text, out Value value)
    {
        value = default;
        switch (text)
        {
            case [>= (byte)'0' and <= (byte)'9' and var digit]:
                value = Small[digit - '0'];
                return true;
            case [>= (byte)'1' and <= (byte)'9' and var ten, >= (byte)'0' and <= (byte)'9' and var one]:
                value = Small[(ten - '0') * 10 + one - '0'];
                return true;
            case [(byte)'t', (byte)'r', (byte)'u', (byte)'e']:
                value = True;
                return true;
            case [(byte)'f', (byte)'a', (byte)'l', (byte)'s', (byte)'e']:
                value = False;
                return true;
            case [(byte)'n', (byte)'u', (byte)'l', (byte)'l']:
                return true;
            default:
                return false;
        }
    }
}
