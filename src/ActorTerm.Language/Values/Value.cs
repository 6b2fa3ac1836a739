using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace ActorTerm.Language;

/// <summary>
/// One JSON value, kept as the UTF-8 text it arrived as. A value that only passes through is copied, never read and written again, so 2^60+1, the
/// order of an object's keys and long decimals leave as they came. <c>default</c> is JSON null.
/// </summary>
public readonly partial struct Value : IEquatable<Value>
{
    /// <summary>
    /// Arrays and objects inside one another that a value may have. Readers on the other side recurse (Python's stops near 1,000), so does
    /// comparing two values here; a deeper text is refused by <see cref="TryParse(string, out Value, out string?)"/>.
    /// </summary>
    public const int MaxDepth = 512;

    private static readonly byte[] NullText = "null"u8.ToArray();

    // No white space around the text; no array means null. An array and a range are read faster than a ReadOnlyMemory, which may hold other things.
    private readonly byte[]? _utf8;
    private readonly int _start;
    private readonly int _length;

    internal Value(byte[] valid) : this(valid, 0, valid.Length)
    {
    }

    private Value(byte[] valid, int start, int length)
    {
        _utf8 = valid;
        _start = start;
        _length = length;
    }

    public static Value Null => default;

    /// <summary>The JSON text, without white space around it. Never empty.</summary>
    public ReadOnlyMemory<byte> Utf8 => _utf8 is null ? NullText : new ReadOnlyMemory<byte>(_utf8, _start, _length);

    public bool IsNull => _utf8 is null;

    public JsonValueKind Kind => _utf8 is null ? JsonValueKind.Null : _utf8[_start] switch
    {
        (byte)'"' => JsonValueKind.String,
        (byte)'[' => JsonValueKind.Array,
        (byte)'{' => JsonValueKind.Object,
        (byte)'t' => JsonValueKind.True,
        (byte)'f' => JsonValueKind.False,
        _ => JsonValueKind.Number,
    };

    internal ReadOnlySpan<byte> Text => _utf8 is null ? NullText : new ReadOnlySpan<byte>(_utf8, _start, _length);

    /// <summary>A value inside this one: the same bytes, shared.</summary>
    internal Value Part(int start, int length) => new(_utf8!, _start + start, length);

    /// <summary>The text of a JSON string, its escapes decoded. An escaped lone surrogate stays one UTF-16 unit.</summary>
    public bool TryGetString([NotNullWhen(true)] out string? text)
    {
        text = Kind == JsonValueKind.String ? JsonText.Unquote(Text) : null;
        return text is not null;
    }

    /// <summary>The nearest double of a JSON number; out of a double's range it is an infinity.</summary>
    public bool TryGetNumber(out double number)
    {
        number = 0;
        if (Kind != JsonValueKind.Number) return false;
        number = JsonNumber.Read(Text);
        return true;
    }

    public bool TryGetBoolean(out bool boolean)
    {
        var kind = Kind;
        boolean = kind == JsonValueKind.True;
        return boolean || kind == JsonValueKind.False;
    }

    /// <summary>How the value reads inside an interpolated string: text as it is, 1 and 0 for booleans, nothing for null, <c>[a, b]</c>, compact JSON.</summary>
    public string ToDisplayString() => Display.Of(this);

    /// <summary>The same JSON text, byte for byte: <c>1.0</c> and <c>1</c> differ here, and are equal for the language's <c>==</c>.</summary>
    public bool Equals(Value other) => Text.SequenceEqual(other.Text);

    public override bool Equals(object? other) => other is Value value && Equals(value);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Text);
        return hash.ToHashCode();
    }

    /// <summary>The JSON text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Text);

    public static bool operator ==(Value left, Value right) => left.Equals(right);

    public static bool operator !=(Value left, Value right) => !left.Equals(right);
}
