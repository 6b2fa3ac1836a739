using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace ActorTerm.Language;

public readonly partial struct Value
{
    /// <summary>For texts that are valid already: an array literal of the language may nest a value deeper than <see cref="MaxDepth"/>.</summary>
    internal static readonly JsonReaderOptions Trusting = new() { MaxDepth = int.MaxValue };

    /// <summary>Reads exactly one JSON text (RFC 8259, well-formed UTF-8) and keeps a copy of it.</summary>
    /// <param name="error">What is wrong and where, counted in bytes from 0.</param>
    public static bool TryParse(ReadOnlySpan<byte> json, out Value value, [NotNullWhen(false)] out string? error)
    {
        value = default;
        if (!IsValid(json, out error)) return false;

        var text = Trim(json);
        value = IsNullText(text) ? default : new Value(text.ToArray());
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out Value, out string?)"/>
    public static bool TryParse(string json, out Value value, [NotNullWhen(false)] out string? error)
    {
        var utf8 = new byte[Encoding.UTF8.GetByteCount(json)];
        if (System.Text.Unicode.Utf8.FromUtf16(json, utf8, out var read, out _, replaceInvalidSequences: false) == OperationStatus.Done)
        {
            return TryAdopt(utf8, out value, out error);
        }
        value = default;
        error = $"not JSON: half of a surrogate pair at {read}";
        return false;
    }

    /// <summary>Like <see cref="TryParse(ReadOnlySpan{byte}, out Value, out string?)"/> without the copy: nobody may change these bytes afterwards.</summary>
    public static bool TryAdopt(ReadOnlyMemory<byte> json, out Value value, [NotNullWhen(false)] out string? error)
    {
        value = default;
        if (!IsValid(json.Span, out error)) return false;

        var start = json.Span.IndexOfAnyExcept(WhiteSpace);
        var text = json[start..(json.Span.LastIndexOfAnyExcept(WhiteSpace) + 1)];
        value = IsNullText(text.Span) ? default : new Value(text);
        return true;
    }

    /// <exception cref="FormatException">The text is not one JSON value.</exception>
    public static Value Parse(string json) => TryParse(json, out var value, out var error) ? value : throw new FormatException(error);

    private static ReadOnlySpan<byte> WhiteSpace => " \t\r\n"u8;

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> json) => json.Trim(WhiteSpace);

    private static bool IsNullText(ReadOnlySpan<byte> text) => text.SequenceEqual(NullText);

    private static bool IsValid(ReadOnlySpan<byte> json, [NotNullWhen(false)] out string? error)
    {
        error = IsSmallNumber(json) ? null : JsonCheck.Complaint(json);
        return error is null;
    }

    // Most results of functions are small numbers; they need no reader.
    private static bool IsSmallNumber(ReadOnlySpan<byte> json) =>
        json.Length is > 0 and < 16 && !json.ContainsAnyExceptInRange((byte)'0', (byte)'9') && (json[0] != (byte)'0' || json.Length == 1);
}
