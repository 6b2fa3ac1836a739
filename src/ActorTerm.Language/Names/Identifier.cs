using System.Buffers;

namespace ActorTerm.Language;

/// <summary>The characters of names. All are ASCII.</summary>
internal static class Identifier
{
    public const string Digits = "0123456789";
    public const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> Characters = SearchValues.Create(Letters + Digits + "_");

    public static bool IsStart(char c) => char.IsAsciiLetter(c) || c == '_';

    public static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    /// <summary>True when every character, at least one, may stand in a name; the first may be a digit.</summary>
    public static bool IsAllParts(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExcept(Characters);

    /// <summary>A name that invocations can spell: a letter or <c>_</c>, then letters, digits and <c>_</c>.</summary>
    public static bool IsName(ReadOnlySpan<char> text) => IsAllParts(text) && IsStart(text[0]);
}
