using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace ActorTerm.Language;

public readonly partial struct Value
{
    private static readonly Value True = new("true"u8.ToArray());
    private static readonly Value False = new("false"u8.ToArray());
    private static readonly Value[] Small = [.. Enumerable.Range(0, 100).Select(n => new Value(Encoding.ASCII.GetBytes($"{n}")))];

    public static Value Of(string text) => new(JsonText.Quote(text));

    public static Value Of(bool boolean) => boolean ? True : False;

    public static Value Of(long number)
    {
        if ((ulong)number < (ulong)Small.Length) return Small[number];
        Span<byte> text = stackalloc byte[20];
        Utf8Formatter.TryFormat(number, text, out var length);
        return new Value(text[..length].ToArray());
    }

    /// <summary>The number as ECMAScript's Number::toString writes it. JSON has no infinity and no NaN: ±infinity becomes ±the largest double, NaN null.</summary>
    public static Value Of(double number)
    {
        if (double.IsNaN(number)) return Null;
        if (Math.Abs(number) < 1e15 && number == Math.Truncate(number)) return Of((long)number);
        Span<byte> text = stackalloc byte[JsonNumber.MaxLength];
        var length = JsonNumber.Write(Math.Clamp(number, double.MinValue, double.MaxValue), text);
        return new Value(text[..length].ToArray());
    }

    /// <summary>A whole number from its decimal digits, exact at any length; leading zeros go.</summary>
    internal static Value OfDigits(ReadOnlySpan<char> digits, bool isNegative)
    {
        digits = digits.TrimStart('0');
        if (digits.IsEmpty) return new Value("0"u8.ToArray());
        var sign = isNegative ? 1 : 0;
        var json = new byte[sign + digits.Length];
        json[0] = (byte)'-';
        Encoding.ASCII.GetBytes(digits, json.AsSpan(sign));
        return new Value(json);
    }

    public static Value Array(IEnumerable<Value> items)
    {
        var json = new ArrayBufferWriter<byte>();
        json.Write("["u8);
        foreach (var item in items)
        {
            if (json.WrittenCount > 1) json.Write(","u8);
            json.Write(item.Text);
        }
        json.Write("]"u8);
        return new Value(json.WrittenSpan.ToArray());
    }

    /// <summary>An object with its members in the order given.</summary>
    public static Value Object(IEnumerable<KeyValuePair<string, Value>> members)
    {
        var json = new ArrayBufferWriter<byte>();
        json.Write("{"u8);
        foreach (var (name, value) in members)
        {
            if (json.WrittenCount > 1) json.Write(","u8);
            json.Write(JsonText.Quote(name));
            json.Write(":"u8);
            json.Write(value.Text);
        }
        json.Write("}"u8);
        return new Value(json.WrittenSpan.ToArray());
    }
}
