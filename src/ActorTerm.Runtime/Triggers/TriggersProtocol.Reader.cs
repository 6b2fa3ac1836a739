using System.Collections.Concurrent;
using System.Text.Json;
using ActorTerm.Language;
using ActorTerm.Runtime.Triggers.Patterns;

namespace ActorTerm.Runtime.Triggers;

public static partial class TriggersProtocol
{
    /// <summary>
    /// Reads lists of triggers, whoever wrote them: a profile in HOCON, a script, an exported iTerm2 profile. For any number of threads; a list or a
    /// pattern that many sessions have is read once.
    /// </summary>
    public sealed class TriggerReader(TriggerSettings settings)
    {
        private const int MaxPatterns = 4_096;      // as many as actorterm.language.parse-cache
        private const int MaxLists = 256;           // kept, beyond which all are forgotten: profiles are few

        private readonly PatternCache _patterns = new(settings.MatchTimeout, MaxPatterns);
        private readonly ConcurrentDictionary<(Value Json, bool Interpolates), TriggerList> _lists = new();

        public TriggerSettings Settings => settings;

        /// <param name="json">An array of objects; null is an empty one.</param>
        /// <param name="interpolates">Parameters with <c>\( )</c> in them are expressions (profile key <c>Triggers Use Interpolated Strings</c>).</param>
        /// <returns>Every entry of the array, those that are wrong too.</returns>
        public TriggerList Read(Value json, bool interpolates)
        {
            if (json.IsNull || json == TriggerList.Empty.Json) return TriggerList.Empty;
            if (_lists.TryGetValue((json, interpolates), out var known)) return known;

            if (_lists.Count >= MaxLists) _lists.Clear();
            return _lists[(json, interpolates)] = ReadAnew(json, interpolates);
        }

        private TriggerList ReadAnew(Value json, bool interpolates)
        {
            if (json.Kind != JsonValueKind.Array) return new TriggerList(json, [Wrong(1, json, $"a list of triggers is expected, not {json.Kind.ToString().ToLowerInvariant()}")]);

            var entries = new List<TriggerEntry>();
            foreach (var item in JsonParts.Items(json))
            {
                var number = entries.Count + 1;
                if (number > settings.MaxTriggers) entries.Add(Wrong(number, item, $"a profile has at most {settings.MaxTriggers} triggers (actorterm.triggers.max-triggers)"));
                else if (item.Kind != JsonValueKind.Object) entries.Add(Wrong(number, item, $"a trigger is an object, not {item.Kind.ToString().ToLowerInvariant()}"));
                else entries.Add(ReadOne(number, new StoredTrigger(item), interpolates));
            }

            return new TriggerList(json, entries);
        }

        private TriggerEntry ReadOne(int number, StoredTrigger stored, bool interpolates)
        {
            if (stored.Action.Length == 0) return Wrong("action: the type of its action is missing");
            if (!TriggerAction.TryFind(stored.Action, out var action)) return Idle($"action: {stored.Action} is no action of a trigger known here: it is kept, and does nothing");
            if (action.Effect == TriggerEffect.None) return Idle($"action: {action.Type} has nothing to show on a host without windows: it is kept, and does nothing");

            var matchType = stored.Number("matchType") ?? 0;
            if (matchType is 1 or 2) return Idle("matchType: web pages have no place on this host: it is kept, and does nothing");
            if (matchType != 0 && !Enum.IsDefined((TriggerEvent)(int)matchType)) return Idle($"matchType: {matchType} is no event known here: it is kept, and does nothing");

            CompiledPattern? pattern = null;
            EventFilter? filter = null;
            if (matchType == 0)
            {
                if (stored.Regex.Length == 0) return Wrong("regex: a pattern is missing");
                if (!_patterns.TryCompile(stored.Regex, out pattern, out var error)) return Wrong($"regex: {error}\n  {Shown(stored.Regex, error.Position)}");
            }
            else
            {
                var kind = (TriggerEvent)(int)matchType;
                if (action.AtEvents == EventUse.Never || (action.AtEvents == EventUse.Live && kind == TriggerEvent.SessionEnded))
                    return Wrong($"matchType: {action.Type} cannot be used with the event {kind}");
                filter = EventFilter.Read(kind, stored.Object("eventParams"), _patterns, out var error);
                if (filter is null) return Wrong(error!);
            }

            if (ReadParameter(action, stored, interpolates, out var template, out var interpolation) is { } wrong) return Wrong(wrong);

            var job = stored.Text("job") is { Length: > 0 } name ? name : null;
            var compiled = new CompiledTrigger(action, pattern, filter, template, interpolation, stored.Flag("partial"), job);
            return new TriggerEntry(number, stored, compiled, null, null);

            TriggerEntry Wrong(string text) => new(number, stored, null, text, null);

            TriggerEntry Idle(string text) => new(number, stored, null, null, text);
        }

        private string? ReadParameter(TriggerAction action, StoredTrigger stored, bool interpolates, out ParameterTemplate? template, out InterpolatedString? interpolation)
        {
            (template, interpolation) = (null, null);
            var text = stored.Parameter ?? "";
            if (action.Parameter == ParameterKind.None) return null;
            if (action.Parameter == ParameterKind.Invocation)
                return InvocationParser.TryParseInvocation(text, LanguageLimits.Default, out _, out var syntax) ? null : $"parameter: {syntax.Message}\n{syntax.Caret}";

            if (action.Parameter != ParameterKind.Any && text.Trim().Length == 0) return $"parameter: {action.Type} needs one";
            if (action.Parameter == ParameterKind.Assignment && Assignment.Read(text) is null) return "parameter: NAME=VALUE is expected, with a name without dots";

            if (interpolates)
            {
                if (!InvocationParser.TryParseInterpolatedString(text, InterpolationMode.Strict, LanguageLimits.Default, out interpolation, out var syntax))
                    return $"parameter: {syntax.Message}\n{syntax.Caret}";
                if (interpolation.IsConstant) interpolation = null;
            }

            template = interpolation is null ? new ParameterTemplate(text) : null;
            return action.Parameter == ParameterKind.Command ? Check(stored, template) : null;
        }

        /// <summary>What a program prints must not become part of a command line: nobody could tell where it ends.</summary>
        private static string? Check(StoredTrigger stored, ParameterTemplate? template)
        {
            if (stored.Flag("allowShellSubstitution") || template is { HasCaptures: false }) return null;
            return "parameter: what a program prints must not be put into a command line; write \"$1\" for what was captured ($TRIGGER_MATCH_0 is the whole match), " +
                "or set allowShellSubstitution to take the risk";
        }

        /// <summary>The pattern, and a caret under the place.</summary>
        private static string Shown(string pattern, int position) =>
            string.Concat(pattern.Select(c => char.IsControl(c) ? ' ' : c)) + "\n  " + new string(' ', position) + "^";

        private static TriggerEntry Wrong(int number, Value item, string text) =>
            new(number, item.Kind == JsonValueKind.Object ? new StoredTrigger(item) : new StoredTrigger(Value.Object([])), null, text, null);
    }
}
