using System.Buffers;

namespace ActorTerm.Actors;

/// <summary>What an actor may be called, and what one is called that was given no name: <c>$a</c>, <c>$b</c> and so on.</summary>
internal static class ActorName
{
    private const string Digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+~";

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789\"-_.*$+:@&=,!~';()");

    public static bool IsValid(string? name)
    {
        if (string.IsNullOrEmpty(name) || name[0] == '$') return false;

        for (var i = 0; i < name.Length; i++)
        {
            if (Allowed.Contains(name[i])) continue;
            if (name[i] != '%' || i + 2 >= name.Length || !char.IsAsciiHexDigit(name[i + 1]) || !char.IsAsciiHexDigit(name[i + 2])) return false;
            i += 2;                                         // an escaped character, as in a URI
        }

        return true;
    }

    /// <exception cref="InvalidActorNameException">It may not be given to an actor.</exception>
    public static void Check(string name)
    {
        if (!IsValid(name))
        {
            throw new InvalidActorNameException(
                $"an actor cannot be called '{name}': a name has ASCII letters, digits and \"-_.*$+:@&=,!~';() and does not start with $");
        }
    }

    /// <summary>The name of the unnamed child with this number, counted from 0, in base 64 with the lowest digit first.</summary>
    public static string Generated(long number) => string.Create(Length(number), number, static (chars, rest) =>
    {
        chars[0] = '$';
        for (var i = 1; i < chars.Length; i++, rest >>= 6) chars[i] = Digits[(int)(rest & 63)];
    });

    private static int Length(long number)
    {
        var length = 2;
        while ((number >>= 6) != 0) length++;
        return length;
    }
}
