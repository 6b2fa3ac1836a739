using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ActorTerm.Language;

/// <summary>How a value reads inside an interpolated string. Arrays follow the same rule item by item; objects are compact JSON.</summary>
internal static class Display
{
    public static string Of(Value value)
    {
        switch (value.Kind)
        {
            case JsonValueKind.Null: return "";
            case JsonValueKind.True: return "1";
            case JsonValueKind.False: return "0";
            case JsonValueKind.String: return JsonText.Unquote(value.Text);
            case JsonValueKind.Number: return Number(value.Text);
            default:
                var text = new StringBuilder();
                Append(text, value.Text);
                return text.ToString();
        }
    }

    public static string Of(double number)
    {
        Span<byte> text = stackalloc byte[JsonNumber.MaxLength];
        return Encoding.ASCII.GetString(text[..JsonNumber.Write(number, text)]);
    }

    // A whole number reads exactly; any other as its double does, so that 1.0 reads 1.
    private static string Number(ReadOnlySpan<byte> json) =>
        JsonNumber.IsWhole(json) && !json.SequenceEqual("-0"u8) ? Encoding.ASCII.GetString(json) : Of(JsonNumber.Read(json));

    private static void Append(StringBuilder text, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Value.Trusting);
        var first = true;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                text.Append(']');
                first = false;
                continue;
            }
            if (!first) text.Append(", ");
            first = false;
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray:
                    text.Append('[');
                    first = true;
                    break;
                case JsonTokenType.StartObject:
                    var start = (int)reader.TokenStartIndex;
                    reader.Skip();
                    text.Append(Compact(json[start..(int)reader.BytesConsumed]));
                    break;
                case JsonTokenType.String:
                    text.Append(JsonText.Unquote(json[(int)reader.TokenStartIndex..(int)reader.BytesConsumed]));
                    break;
                case JsonTokenType.Number:
                    text.Append(Number(reader.ValueSpan));
                    break;
                case JsonTokenType.True:
                    text.Append('1');
                    break;
                case JsonTokenType.False:
                    text.Append('0');
                    break;
            }
        }
    }

    /// <summary>The same text without white space between its tokens; strings and numbers stay as they are written.</summary>
    private static string Compact(ReadOnlySpan<byte> json)
    {
        var compact = ArrayPool<byte>.Shared.Rent(json.Length);
        try
        {
            var length = 0;
            var quoted = false;
            for (var i = 0; i < json.Length; i++)
            {
                var b = json[i];
                if (!quoted && b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') continue;
                compact[length++] = b;
                if (b == (byte)'"') quoted = !quoted;
                else if (quoted && b == (byte)'\\') compact[length++] = json[++i];
            }
            return Encoding.UTF8.GetString(compact, 0, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(compact);
        }
    }
}
