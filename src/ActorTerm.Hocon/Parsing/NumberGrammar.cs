using System.Text.RegularExpressions;

namespace ActorTerm.Hocon.Parsing;

/// <summary>JSON's numbers: RFC 8259, section 6.</summary>
internal static partial class NumberGrammar
{
    public static bool IsNumber(string text) => Number().IsMatch(text);

    /// <summary>May the character stand in a number? One that starts with a digit or '-' takes all of these that follow.</summary>
    public static bool IsNumberCharacter(char c) => char.IsAsciiDigit(c) || c is '-' or '+' or '.' or 'e' or 'E';

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
