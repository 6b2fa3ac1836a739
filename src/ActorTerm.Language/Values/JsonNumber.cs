using System.Globalization;

namespace ActorTerm.Language;

/// <summary>Doubles as text: written as ECMAScript's Number::toString does (ECMA-262, 6.1.6.1.20), read to the nearest.</summary>
internal static class JsonNumber
{
    /// <summary>Bytes that <see cref="Write"/> needs at most: <c>-0.0000012345678901234567</c> is 25.</summary>
    public const int MaxLength = 32;

    private const int ExactDigits = 15;   // so many digits are exact in a double

    /// <summary>Infinities and NaN are written as ECMAScript names them; JSON has no such number.</summary>
    public static int Write(double number, Span<byte> to)
    {
        if (!double.IsFinite(number)) return Name(number, to);
        if (number == 0) number = 0;   // -0 reads 0

        Span<byte> shortest = stackalloc byte[MaxLength];
        Span<byte> digits = stackalloc byte[MaxLength];
        Math.Abs(number).TryFormat(shortest, out var written, default, CultureInfo.InvariantCulture);
        var count = Digits(shortest[..written], digits, out var point);

        var sign = 0;
        if (number < 0) to[sign++] = (byte)'-';
        return sign + Lay(digits[..count], point, to[sign..]);
    }

    /// <summary>True for a JSON number of digits only, with or without a minus sign: such a text is exact as it stands.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> json) => !json.ContainsAny((byte)'.', (byte)'e', (byte)'E');

    /// <param name="text">A number of the language or of JSON: digits, fraction, exponent, a minus sign in front.</param>
    public static double Read(ReadOnlySpan<byte> text)
    {
        if (text.Length > ExactDigits || text.ContainsAnyExceptInRange((byte)'0', (byte)'9')) return double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        long digits = 0;
        foreach (var b in text) digits = digits * 10 + (b - '0');
        return digits;
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte})"/>
    public static double Read(ReadOnlySpan<char> text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static int Name(double number, Span<byte> to)
    {
        var name = double.IsNaN(number) ? "NaN"u8 : number > 0 ? "Infinity"u8 : "-Infinity"u8;
        name.CopyTo(to);
        return name.Length;
    }

    /// <summary>Cuts .NET's shortest round-trip text (<c>1.5E-07</c>, <c>120.25</c>) into digits without zeros around, and where the point stands.</summary>
    private static int Digits(ReadOnlySpan<byte> shortest, Span<byte> digits, out int point)
    {
        var e = shortest.IndexOf((byte)'E');
        var mantissa = e < 0 ? shortest : shortest[..e];
        var dot = mantissa.IndexOf((byte)'.');
        point = (dot < 0 ? mantissa.Length : dot) + (e < 0 ? 0 : int.Parse(shortest[(e + 1)..], CultureInfo.InvariantCulture));

        var count = 0;
        foreach (var b in mantissa)
        {
            if (b == (byte)'.') continue;
            if (count == 0 && b == (byte)'0') point--;
            else digits[count++] = b;
        }
        while (count > 0 && digits[count - 1] == (byte)'0') count--;
        if (count > 0) return count;

        digits[0] = (byte)'0';
        point = 1;
        return 1;
    }

    /// <summary>Steps 6 to 12 of Number::toString: the value is 0.digits times ten to the power <paramref name="point"/>.</summary>
    private static int Lay(ReadOnlySpan<byte> digits, int point, Span<byte> to)
    {
        switch (point)
        {
            case > 21 or <= -6:
                return Exponent(digits, point - 1, to);
            case <= 0:
                to[..(2 - point)].Fill((byte)'0');
                to[1] = (byte)'.';
                digits.CopyTo(to[(2 - point)..]);
                return 2 - point + digits.Length;
            case var _ when point >= digits.Length:
                digits.CopyTo(to);
                to[digits.Length..point].Fill((byte)'0');
                return point;
            default:
                digits[..point].CopyTo(to);
                to[point] = (byte)'.';
                digits[point..].CopyTo(to[(point + 1)..]);
                return digits.Length + 1;
        }
    }

    private static int Exponent(ReadOnlySpan<byte> digits, int exponent, Span<byte> to)
    {
        var length = 0;
        to[length++] = digits[0];
        if (digits.Length > 1)
        {
            to[length++] = (byte)'.';
            digits[1..].CopyTo(to[length..]);
            length += digits.Length - 1;
        }
        to[length++] = (byte)'e';
        to[length++] = exponent < 0 ? (byte)'-' : (byte)'+';
        Math.Abs(exponent).TryFormat(to[length..], out var written, default, CultureInfo.InvariantCulture);
        return length + written;
    }
}
