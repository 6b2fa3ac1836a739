using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ActorTerm.Language;

/// <summary>Built-in functions that need nothing but their argument. Names: <c>iterm2.count(array)</c>, <c>iterm2.urlEncode(string)</c>.</summary>
public static class PureFunctions
{
    private static readonly SearchValues<char> QueryCharacters = SearchValues.Create(Identifier.Letters + Identifier.Digits + "-._~!$&'()*+,;=:@/?");

    public static FunctionSignature CountSignature { get; } = new("iterm2.count", "array");

    public static FunctionSignature UrlEncodeSignature { get; } = new("iterm2.urlEncode", "string");

    /// <summary>The number of items. Anything but an array, null too, is an error.</summary>
    /// <returns>Null when it succeeded.</returns>
    public static EvaluationError? Count(Value array, out Value count)
    {
        count = default;
        if (array.Kind != JsonValueKind.Array) return BadArgument(CountSignature, "array", "an array", array);
        count = Value.Of((long)ArrayText.Count(array));
        return null;
    }

    /// <summary>
    /// The UTF-8 bytes percent-encoded for the query of a URL: all but the characters that RFC 3986, section 3.4, allows in a query. So
    /// <c>&amp;</c>, <c>=</c> and <c>+</c> stay: a whole query can be encoded, as iTerm2 does it.
    /// </summary>
    /// <inheritdoc cref="Count" path="/returns"/>
    public static EvaluationError? UrlEncode(Value text, out Value encoded)
    {
        encoded = default;
        if (!text.TryGetString(out var plain)) return BadArgument(UrlEncodeSignature, "string", "a string", text);
        var escaped = new StringBuilder(plain.Length + 16);
        foreach (var b in Encoding.UTF8.GetBytes(plain))
        {
            if (QueryCharacters.Contains((char)b)) escaped.Append((char)b);
            else escaped.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }
        encoded = Value.Of(escaped.ToString());
        return null;
    }

    /// <summary>The error of every built-in whose argument has the wrong type.</summary>
    /// <param name="expected">With its article: <c>an array</c>.</param>
    public static EvaluationError BadArgument(FunctionSignature function, string argument, string expected, Value actual) => new(
        ErrorCode.BuiltInArgument, $"argument \"{argument}\" of {function} must be {expected}, not {Operators.Name(actual.Kind)}");
}
