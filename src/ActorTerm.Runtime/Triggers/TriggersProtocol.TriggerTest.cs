using System.Text.RegularExpressions;
using ActorTerm.Terminal.Screens;

namespace ActorTerm.Runtime.Triggers;

public static partial class TriggersProtocol
{
    /// <summary>One trigger, tried on lines: what it would do, and nothing done.</summary>
    /// <param name="entry">Without error, and with a pattern.</param>
    public sealed class TriggerTest(TriggerEntry entry, TriggerSettings settings)
    {
        /// <summary>Matches shown at most: a pattern that matches everywhere must not fill the host.</summary>
        private const int MaxMatches = 10_000;

        private readonly List<TestMatch> _matches = [];
        private long _lines;
        private long _timedOut;

        public TriggerTested Result => new(_matches, _lines, _timedOut);

        public void Look(long number, string text)
        {
            _lines++;
            if (_matches.Count >= MaxMatches || text.Length == 0) return;
            if (text.Length > settings.MaxLineLength) text = text[..settings.MaxLineLength];

            try
            {
                for (var match = entry.Compiled!.Pattern!.Regex.Match(text); match.Success && _matches.Count < MaxMatches; match = match.NextMatch())
                {
                    var found = SessionTriggers.MatchOf(match, text, number);
                    _matches.Add(new TestMatch(found, entry.Interpolation is null ? entry.Parameter(found) : null));
                    if (entry.Compiled.Action.OnlyFirst) break;
                }
            }
            catch (RegexMatchTimeoutException)
            {
                _timedOut++;
            }
        }

        /// <summary>All lines of the screen and its history, each once, however many rows it takes.</summary>
        public void Look(Screen screen)
        {
            var text = new char[settings.MaxLineLength];
            for (var line = screen.FirstLine; line < screen.EndLine; line++)
            {
                var first = line;
                while (screen.GetLine(line).Wrapped && line + 1 < screen.EndLine) line++;
                var length = screen.CopyLineText(first, text);
                if (length > 0) Look(first, new string(text, 0, length));
            }
        }

        /// <summary>Whether an entry can be tried on lines; if not, why.</summary>
        public static bool Takes(TriggerEntry entry, out string refusal)
        {
            refusal = entry.Error ?? entry.Note ?? (entry.Compiled?.Pattern is null ? "it waits for an event, not for lines" : "");
            return refusal.Length == 0;
        }
    }
}
