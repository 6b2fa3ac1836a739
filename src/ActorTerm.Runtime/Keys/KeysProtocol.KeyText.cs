using System.Globalization;
using System.Text;
using ActorTerm.Terminal.Keys;

namespace ActorTerm.Runtime.Keys;

public static partial class KeysProtocol
{
    /// <summary>
    /// The bytes that an action types. Texts are written with one of five escapings: 0 none; 1 <c>\n \e \a \t</c>; 2 also <c>\b \r \\</c> and
    /// <c>\xHH</c>; 3 vim's string notation; 4 vim's, then 1. What is no escape stays as it is.
    /// </summary>
    public static class KeyText
    {
        private const int None = 0;
        private const int Few = 1;
        private const int Common = 2;
        private const int Vim = 3;
        private const int VimThenFew = 4;

        /// <summary>Escapings are numbered from 0 to this.</summary>
        public const int MaxEscaping = VimThenFew;

        /// <summary>Null for an action that types nothing.</summary>
        public static byte[]? BytesOf(KeyAction action) => action.Number switch
        {
            KeyActions.SendEscapeSequence => [0x1b, .. Encoding.UTF8.GetBytes(action.Text)],
            KeyActions.SendHexCodes => HexCodes(action.Text),
            KeyActions.SendText => Encoding.UTF8.GetBytes(Unescape(action.Text, EscapingOf(action))),
            KeyActions.SendVimText or KeyActions.SendVimTextHere => Encoding.UTF8.GetBytes(Unescape(action.Text, AsVim(EscapingOf(action)))),
            KeyActions.SendBackspace => [0x08],
            KeyActions.SendDelete => [0x7f],
            _ => null,
        };

        public static string Unescape(string text, int escaping) => escaping switch
        {
            Few => Replace(text, ReadFew),
            Common => Replace(text, ReadCommon),
            Vim => Replace(text, ReadVim),
            VimThenFew => Replace(Replace(text, ReadVim), ReadFew),
            _ => text,
        };

        private static int EscapingOf(KeyAction action) => action.Escaping is { } said and >= None and <= MaxEscaping ? said : action.Version == 0 ? Few : Common;

        /// <summary>The vim actions know two of the five.</summary>
        private static int AsVim(int escaping) => escaping is Few or VimThenFew ? VimThenFew : Vim;

        /// <summary>Hexadecimal numbers with blanks between them, with or without 0x; what is none, or no byte, is skipped.</summary>
        private static byte[] HexCodes(string text) =>
        [
            .. text.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? word[2..] : word)
                .Select(word => byte.TryParse(word, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : (byte?)null)
                .OfType<byte>(),
        ];

        /// <summary>Looks at what follows each backslash once, from left to right.</summary>
        /// <param name="read">Given what follows a backslash: the text meant and how many characters it took; 0 is no escape.</param>
        private static string Replace(string text, Read read)
        {
            var result = new StringBuilder(text.Length);
            for (var at = 0; at < text.Length;)
            {
                var taken = 0;
                var meant = text[at] == '\\' ? read(text.AsSpan(at + 1), out taken) : "";
                if (taken > 0) result.Append(meant);
                else result.Append(text[at]);
                at += taken + 1;
            }

            return result.ToString();
        }

        private delegate string Read(ReadOnlySpan<char> rest, out int taken);

        private static string ReadFew(ReadOnlySpan<char> rest, out int taken)
        {
            var meant = rest is [var first, ..] ? first switch { 'n' => "\n", 'e' => "\e", 'a' => "\a", 't' => "\t", _ => "" } : "";
            taken = meant.Length;
            return meant;
        }

        private static string ReadCommon(ReadOnlySpan<char> rest, out int taken)
        {
            if (rest is ['x', ..]) return Number(rest, 1, 2, 2, NumberStyles.AllowHexSpecifier, out taken);

            var meant = rest is [var first, ..] ? Single(first) : "";
            taken = meant.Length;
            return meant;
        }

        /// <summary>vim, :help expr-string.</summary>
        private static string ReadVim(ReadOnlySpan<char> rest, out int taken)
        {
            switch (rest)
            {
                case ['x' or 'X', ..]:
                    return Number(rest, 1, 1, 2, NumberStyles.AllowHexSpecifier, out taken);
                case ['u' or 'U', ..]:
                    return Number(rest, 1, 1, rest[0] == 'u' ? 4 : 8, NumberStyles.AllowHexSpecifier, out taken);
                case [>= '0' and <= '7', ..]:
                    return Octal(rest, out taken);
                case ['<', ..]:
                    return Special(rest, out taken);
                case ['f', ..]:
                    taken = 1;
                    return "\f";
                case ['"', ..]:
                    taken = 1;
                    return "\"";
                default:
                    return ReadCommon(rest, out taken);
            }
        }

        private static string Single(char letter) => letter switch
        {
            'a' => "\a",
            'b' => "\b",
            'e' => "\e",
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            '\\' => "\\",
            _ => "",
        };

        private static string Number(ReadOnlySpan<char> rest, int from, int least, int most, NumberStyles style, out int taken)
        {
            var digits = 0;
            while (digits < most && from + digits < rest.Length && char.IsAsciiHexDigit(rest[from + digits])) digits++;
            taken = 0;
            if (digits < least || !int.TryParse(rest.Slice(from, digits), style, CultureInfo.InvariantCulture, out var value) || !Rune.IsValid(value)) return "";

            taken = from + digits;
            return new Rune(value).ToString();
        }

        private static string Octal(ReadOnlySpan<char> rest, out int taken)
        {
            var value = 0;
            for (taken = 0; taken < 3 && taken < rest.Length && rest[taken] is >= '0' and <= '7'; taken++) value = (value * 8) + rest[taken] - '0';
            return new Rune(value).ToString();
        }

        /// <summary><c>&lt;C-w&gt;</c>, <c>&lt;M-x&gt;</c>, <c>&lt;C-M-x&gt;</c> and <c>&lt;Up&gt;</c>: a key, as a terminal after a reset sends it.</summary>
        private static string Special(ReadOnlySpan<char> rest, out int taken)
        {
            taken = 0;
            var end = rest.IndexOf('>');
            if (end < 2) return "";

            var name = rest[1..end] switch { "CR" => "Enter", "BS" => "BSpace", "Del" => "Delete", var other => other.ToString() };
            if (!KeyNames.TryParse(name, out var key, out _)) return "";

            taken = end + 1;
            return Encoding.UTF8.GetString(KeyEncoder.Encode(key, default));
        }
    }
}
