using System.Globalization;

namespace ActorTerm.Terminal.Colors;

/// <summary>Colours as X names them in text: XParseColor(3), the forms <c>rgb:r/g/b</c> and <c>#rgb</c>.</summary>
internal static class ColorSpecification
{
    /// <summary>0xRRGGBB.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int color)
    {
        color = 0;
        if (text.StartsWith("rgb:", StringComparison.OrdinalIgnoreCase))
        {
            Span<Range> parts = stackalloc Range[4];
            var rest = text[4..];
            return rest.Split(parts, '/') == 3
                && TryScale(rest[parts[0]], out var red) && TryScale(rest[parts[1]], out var green) && TryScale(rest[parts[2]], out var blue)
                && Compose(red, green, blue, out color);
        }

        if (!text.StartsWith("#") || text.Length is not (4 or 7 or 10 or 13)) return false;
        var digits = (text.Length - 1) / 3;
        return TryTop(text.Slice(1, digits), out var r) && TryTop(text.Slice(1 + digits, digits), out var g)
            && TryTop(text.Slice(1 + 2 * digits, digits), out var b) && Compose(r, g, b, out color);
    }

    /// <summary>One to four digits are a fraction of the largest number they can write.</summary>
    private static bool TryScale(ReadOnlySpan<char> digits, out int value)
    {
        if (digits.Length is < 1 or > 4 || !TryHex(digits, out value))
        {
            value = 0;
            return false;
        }

        var largest = (1 << 4 * digits.Length) - 1;
        value = (value * 255 + largest / 2) / largest;
        return true;
    }

    /// <summary>One to four digits are the highest bits.</summary>
    private static bool TryTop(ReadOnlySpan<char> digits, out int value)
    {
        if (!TryHex(digits, out value)) return false;
        value = digits.Length == 1 ? value << 4 : value >> 4 * (digits.Length - 2);
        return true;
    }

    private static bool TryHex(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

    private static bool Compose(int red, int green, int blue, out int color)
    {
        color = red << 16 | green << 8 | blue;
        return true;
    }
}
