using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ActorTerm.Language;

namespace ActorTerm.Runtime.Keys;

public static partial class KeysProtocol
{
    /// <summary>
    /// What a text becomes on its way from the clipboard to the program, as the parameter of <see cref="KeyActions.PasteSpecial"/> says. How fast
    /// iTerm2 would paste is left out: here the program's own reading sets the pace.
    /// </summary>
    public sealed partial class PasteTransform
    {
        private const int TabsToSpaces = 1;
        private const int TabsWithControlV = 2;
        private const int MostSpaces = 100;

        /// <summary>For the substitution of one paste: 1 s.</summary>
        private static readonly TimeSpan SubstitutionTimeout = TimeSpan.FromSeconds(1);

        private bool _removesNewlines;
        private bool _convertsNewlines = true;
        private bool _convertsPunctuation;
        private bool _escapesForShell;
        private bool _removesControls = true;
        private bool _brackets = true;
        private bool _encodes;
        private int _tabs;
        private int _spaces = 4;
        private Regex? _pattern;
        private string _substitution = "";

        private PasteTransform()
        {
        }

        /// <param name="settings">An object of iTerm2's settings of a special paste, as JSON; empty for an ordinary paste.</param>
        /// <param name="transform">What they say.</param>
        /// <param name="error">What is wrong.</param>
        public static bool TryParse(string settings, [NotNullWhen(true)] out PasteTransform? transform, [NotNullWhen(false)] out string? error)
        {
            (transform, error) = (new PasteTransform(), null);
            if (settings.Length == 0) return true;

            if (!Value.TryParse(settings, out var json, out _) || json.Kind != JsonValueKind.Object)
            {
                (transform, error) = (null, "its settings are an object as JSON");
                return false;
            }

            if (transform.TryRead(JsonParts.Members(json), out error)) return true;

            transform = null;
            return false;
        }

        /// <summary>The bytes to type; null when the substitution ran out of time.</summary>
        /// <param name="bracketed">The program asked for brackets around what is pasted (mode 2004).</param>
        public byte[]? BytesOf(string text, bool bracketed)
        {
            try
            {
                return Encoding.UTF8.GetBytes(Bracket(Transform(text), bracketed && _brackets));
            }
            catch (RegexMatchTimeoutException)
            {
                return null;
            }
        }

        /// <summary>An end of the bracket within the text would let what follows out of it.</summary>
        private static string Bracket(string text, bool bracketed) => bracketed ? "\e[200~" + text.Replace("\e", "", StringComparison.Ordinal) + "\e[201~" : text;

        private string Transform(string text)
        {
            if (_removesNewlines) text = text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
            if (_convertsPunctuation) text = SingleQuotes().Replace(DoubleQuotes().Replace(Dashes().Replace(text, "-"), "\""), "'");
            if (_pattern is not null) text = _pattern.Replace(text, _substitution);
            if (_escapesForShell) text = ShellCharacters().Replace(text, "\\$0");
            if (_removesControls) text = Controls().Replace(text, "");
            text = _tabs switch
            {
                TabsToSpaces => text.Replace("\t", new string(' ', _spaces), StringComparison.Ordinal),
                TabsWithControlV => text.Replace("\t", "\x16\t", StringComparison.Ordinal),
                _ => text,
            };
            if (_encodes) text = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
            return _convertsNewlines ? text.Replace("\r\n", "\r", StringComparison.Ordinal).Replace('\n', '\r') : text;
        }

        private bool TryRead(IReadOnlyList<KeyValuePair<string, Value>> members, [NotNullWhen(false)] out string? error)
        {
            error = null;
            var substitutes = false;
            string? pattern = null;
            foreach (var (name, value) in members)
            {
                switch (name)
                {
                    case "RemoveNewlines": _removesNewlines = IsSet(value); break;
                    case "ConvertNewlines": _convertsNewlines = IsSet(value); break;
                    case "ConvertUnicodePunctuation": _convertsPunctuation = IsSet(value); break;
                    case "EscapeForShell": _escapesForShell = IsSet(value); break;
                    case "RemoveControls": _removesControls = IsSet(value); break;
                    case "BracketAllowed": _brackets = IsSet(value); break;
                    case "Base64": _encodes = IsSet(value); break;
                    case "TabTransform": _tabs = Number(value); break;
                    case "TabStopSize": _spaces = Math.Clamp(Number(value), 0, MostSpaces); break;
                    case "UseRegexSubstitution": substitutes = IsSet(value); break;
                    case "Regex": pattern = value.TryGetString(out var text) ? text : null; break;
                    case "Substitution": _substitution = value.TryGetString(out text) ? text : ""; break;
                    case "WaitForPrompts" when IsSet(value): error = "WaitForPrompts is not known here"; return false;
                }
            }

            if (!substitutes || string.IsNullOrEmpty(pattern)) return true;

            try
            {
                _pattern = new Regex(pattern, RegexOptions.CultureInvariant, SubstitutionTimeout);
                return true;
            }
            catch (RegexParseException e)
            {
                error = $"Regex: {e.Message}";
                return false;
            }
        }

        private static bool IsSet(Value value) => (value.TryGetBoolean(out var on) && on) || (value.TryGetNumber(out var number) && number != 0);

        private static int Number(Value value) => value.TryGetNumber(out var number) && number is >= 0 and <= int.MaxValue ? (int)number : 0;

        [GeneratedRegex(@"[\u2010-\u2015\u207b\u208b\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]", RegexOptions.CultureInvariant)]
        private static partial Regex Dashes();

        [GeneratedRegex(@"[\u201c-\u201f\u301d-\u301f\uff02]", RegexOptions.CultureInvariant)]
        private static partial Regex DoubleQuotes();

        [GeneratedRegex(@"[\u2018-\u201b\uff07]", RegexOptions.CultureInvariant)]
        private static partial Regex SingleQuotes();

        [GeneratedRegex(@"[\\ ()""&'!$<>;|*?\[\]#`\t{}]", RegexOptions.CultureInvariant)]
        private static partial Regex ShellCharacters();

        [GeneratedRegex(@"[\x00-\x08\x0b\x0e-\x1f\x7f]", RegexOptions.CultureInvariant)]
        private static partial Regex Controls();
    }
}
