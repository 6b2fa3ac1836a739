using System.Globalization;
using System.Text.RegularExpressions;
using ActorTerm.Runtime.Triggers.Patterns;
using static ActorTerm.Runtime.Triggers.TriggersProtocol;

namespace ActorTerm.Runtime.Triggers;

/// <summary>Which occurrences of an event a trigger means. A filter that is missing means all; a pattern that is none is looked for as it is.</summary>
internal sealed class EventFilter
{
    private static readonly TimeSpan DefaultIdle = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan DefaultLong = TimeSpan.FromSeconds(60);

    private readonly Func<string, bool> _isMeant;
    private readonly Func<string, bool> _isMeantValue;

    private EventFilter(TriggerEvent kind, TimeSpan after, Func<string, bool> isMeant, Func<string, bool>? isMeantValue = null)
    {
        Kind = kind;
        After = after;
        _isMeant = isMeant;
        _isMeantValue = isMeantValue ?? (_ => true);
    }

    public TriggerEvent Kind { get; }

    /// <summary>How long it must be quiet, or a command must run.</summary>
    public TimeSpan After { get; }

    /// <summary>The variable it is about, for <see cref="TriggerEvent.VariableChanged"/>.</summary>
    public string? Variable { get; private init; }

    /// <param name="captures">Of the event, the first of which is filtered; of a variable the value, then its name.</param>
    public bool Means(IReadOnlyList<string> captures)
    {
        var first = captures.Count > 0 ? captures[0] : "";
        return Kind == TriggerEvent.VariableChanged ? _isMeant(captures[1]) && _isMeantValue(first) : _isMeant(first);
    }

    /// <param name="error">What is wrong with the parameters.</param>
    public static EventFilter? Read(TriggerEvent kind, StoredTrigger? parameters, PatternCache patterns, out string? error)
    {
        error = null;
        switch (kind)
        {
            case TriggerEvent.CommandFinished:
                return ExitCode(parameters?.Text("exitCodeFilter") ?? "*", out error);
            case TriggerEvent.Idle or TriggerEvent.ActivityAfterIdle:
                return new EventFilter(kind, Seconds(parameters?.Number("timeout")) ?? DefaultIdle, _ => true);
            case TriggerEvent.LongRunningCommand:
                return new EventFilter(kind, Seconds(parameters?.Number("threshold")) ?? DefaultLong, Pattern(parameters?.Text("commandRegex"), patterns));
            case TriggerEvent.DirectoryChanged:
                return new EventFilter(kind, default, Pattern(parameters?.Text("directoryRegex"), patterns));
            case TriggerEvent.HostChanged:
                return new EventFilter(kind, default, Pattern(parameters?.Text("hostRegex"), patterns));
            case TriggerEvent.UserChanged:
                return new EventFilter(kind, default, Pattern(parameters?.Text("userRegex"), patterns));
            case TriggerEvent.CustomEscapeSequence:
                return new EventFilter(kind, default, parameters?.Text("sequenceId") is { Length: > 0 } id ? Pattern(id, patterns, isExact: true) : _ => true);
            case TriggerEvent.NotificationPosted:
                return new EventFilter(kind, default, Pattern(parameters?.Text("messageRegex"), patterns));
            case TriggerEvent.ProgressBarChanged:
                var progress = parameters?.Text("progressBarFilter") ?? "*";
                return new EventFilter(kind, default, word => progress is "*" or "" || progress == word);
            case TriggerEvent.JobStarted or TriggerEvent.JobEnded:
                if (parameters?.Text("jobName") is not { Length: > 0 } job) error = "eventParams.jobName: the name of a job is missing";
                else return new EventFilter(kind, default, name => name.Equals(job, StringComparison.OrdinalIgnoreCase));
                return null;
            case TriggerEvent.VariableChanged:
                if (parameters?.Text("variableName") is not { Length: > 0 } variable) error = "eventParams.variableName: the name of a variable is missing";
                else return new EventFilter(kind, default, name => name == variable, Pattern(parameters.Text("variableValueRegex"), patterns)) { Variable = variable };
                return null;
            default:
                return new EventFilter(kind, default, _ => true);
        }
    }

    private static EventFilter? ExitCode(string filter, out string? error)
    {
        error = null;
        Func<string, bool>? isMeant = filter.Trim() switch
        {
            "*" or "" => _ => true,
            "!0" => code => code != "0",
            var number when int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var wanted) =>
                code => code == wanted.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
        if (isMeant is not null) return new EventFilter(TriggerEvent.CommandFinished, default, isMeant);

        error = $"eventParams.exitCodeFilter: {filter} is neither *, 0, !0 nor an exit code";
        return null;
    }

    private static TimeSpan? Seconds(double? seconds) => seconds is > 0 and < 1e9 ? TimeSpan.FromSeconds(seconds.Value) : null;

    private static Func<string, bool> Pattern(string? pattern, PatternCache patterns, bool isExact = false)
    {
        if (string.IsNullOrEmpty(pattern)) return _ => true;
        if (!patterns.TryCompile(pattern, out var compiled, out _))
            return isExact ? text => text == pattern : text => text.Contains(pattern, StringComparison.Ordinal);

        return text =>
        {
            try
            {
                return compiled.Regex.IsMatch(text);
            }
            catch (RegexMatchTimeoutException)
            {
                return false;
            }
        };
    }
}
